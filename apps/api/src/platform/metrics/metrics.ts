import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { setTimeout as sleep } from 'node:timers/promises';

/** One figure read at a scrape, with what tells it from its siblings. */
export interface Reading {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A gauge: what it is called, and the label names its readings carry. */
export interface GaugeWords {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

/** Gauges that are read together, by name; a look that fails or takes too long leaves them out of this scrape. */
export type Look = () => Promise<Readonly<Record<string, readonly Reading[]>>>;

/** A request and its answer, by template of the route. */
export interface AnsweredRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number | undefined;
}

interface Watched {
  readonly gauges: readonly { name: string; gauge: Gauge; bare: boolean }[];
  readonly look: Look;
}

/** Prometheus waits ten seconds; a database that stays silent must not cost it the rest. */
const PATIENCE_MS = 3_000;
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process counts about itself. Labels are words of the code, and the host of PUBLIC_URL: nothing of a person or a client. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly looks: Watched[] = [];
  private scraping: Promise<string> | undefined;
  private readonly requests = new Counter({
    name: 'st0r_http_requests_total',
    help: 'Requests answered, by template of the route.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'st0r_http_request_duration_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly runs = new Counter({
    name: 'st0r_job_runs_total',
    help: 'Runs of jobs, by how they ended.',
    labelNames: ['job_name', 'outcome'],
    registers: [this.registry],
  });
  private readonly events = new Counter({
    name: 'st0r_events_total',
    help: 'Events that were committed, by action.',
    labelNames: ['action'],
    registers: [this.registry],
  });

  /** One answered request; how long a stream was read says nothing about us, so it comes without a time. */
  request({ method, route, status, ms }: AnsweredRequest): void {
    this.requests.inc({ method, route, status: String(status) });
    if (ms !== undefined) this.durations.observe({ method, route }, ms / 1000);
  }

  jobRun(name: string, outcome: 'done' | 'retried' | 'failed' | 'cancelled'): void {
    this.runs.inc({ job_name: name, outcome });
  }

  /** A job that can fail here: the first failure is seen as one only by who saw that there were none. */
  jobKnown(name: string): void {
    this.runs.inc({ job_name: name, outcome: 'failed' }, 0);
  }

  event(action: string): void {
    this.events.inc({ action });
  }

  /** Declares gauges and how they are read; nothing is read until somebody scrapes. */
  watch(words: readonly GaugeWords[], look: Look): void {
    const gauges = words.map(({ name, help, labels = [] }) => {
      const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] });
      return { name, gauge, bare: labels.length === 0 };
    });
    this.looks.push({ gauges, look });
  }

  /** Everything as Prometheus reads it; who asks while somebody else does gets the same answer. */
  scrape(): Promise<string> {
    this.scraping ??= this.read().finally(() => (this.scraping = undefined));
    return this.scraping;
  }

  private async read(): Promise<string> {
    await Promise.all(this.looks.map(fill));
    return this.registry.metrics();
  }
}

async function fill({ gauges, look }: Watched): Promise<void> {
  const readings = await inTime(look);
  for (const { name, gauge, bare } of gauges) {
    gauge.reset();
    // A gauge without labels would say 0 now, which is a claim.
    if (bare) gauge.remove();
    for (const { labels = {}, value } of readings[name] ?? []) gauge.set(labels, value);
  }
}

/** What was read, or nothing when it failed or took too long. */
async function inTime(look: Look): ReturnType<Look> {
  const late = new AbortController();
  const nothing = (): Awaited<ReturnType<Look>> => ({});
  try {
    return await Promise.race([
      look().catch(nothing),
      sleep(PATIENCE_MS, nothing(), { signal: late.signal }).catch(nothing),
    ]);
  } finally {
    late.abort();
  }
}
