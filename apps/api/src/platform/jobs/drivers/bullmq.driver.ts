import { Queue, Worker, type Job } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UnitOfWork } from '../../database';
import type { Log } from '../../http/log';
import type { Desk } from '../desk';
import type { Pace } from '../job.entity';
import type { JobClaims } from '../job-claims';
import { JobDriver } from './job-driver';
import { JobFeeder } from './job-feeder';
import { Polling } from './polling';
import { RedisLink } from './redis-link';

const CHANGES = 'st0r:jobs:changed';
/** How often due jobs are looked for that nobody announced: delayed ones, retries, those of a killed process. */
const SWEEP_MS = 1000;

/**
 * A turn whose taker shows no sign of life for so long is somebody else's. It may have died before it came to the table,
 * which knows nothing of it then; a turn that is given out twice does no harm, for the table has one claim.
 */
const SILENT_MS = 10_000;

interface Parts {
  url: string;
  claims: JobClaims;
  work: UnitOfWork;
  log: Log;
}

/**
 * BullMQ hands out turns; the table stays the truth. The row is the outbox: its id goes to Redis after the commit, and
 * again when nobody took it. While Redis is away, workers ask the table as if there were none.
 */
export class BullMqDriver extends JobDriver {
  readonly name = 'redis';
  private readonly link: RedisLink;
  private readonly polling: Polling;
  private readonly feeder: JobFeeder;
  private readonly queues = new Map<Pace, Queue>();
  private readonly workers: Worker[] = [];
  private readonly here = new Set<() => void>();
  private listening = false;

  constructor(private readonly parts: Parts) {
    super();
    this.link = new RedisLink(parts.url, parts.log);
    this.polling = new Polling(parts.claims, parts.log);
    this.feeder = new JobFeeder(parts.work, { quick: () => this.queue('quick'), long: () => this.queue('long') });
  }

  announce(): void {
    this.polling.announce();
    void this.feed();
    this.changed();
  }

  async serve(desk: Desk, signal: AbortSignal): Promise<void> {
    const returned = (): void => void this.startOver();
    this.link.onReturn(returned);
    const worker = this.worker(desk);
    this.workers.push(worker);
    const polling = this.polling.serve(desk, signal, () => !this.link.ready);
    while (!signal.aborted) {
      await this.feed();
      await sleep(SWEEP_MS, undefined, { signal }).catch(() => undefined);
    }
    // Its end waits for the jobs that run; the desk says when those have ended.
    void worker.close(!this.link.ready).catch(() => undefined);
    await polling;
  }

  changed(): void {
    for (const act of this.here) act();
    if (this.link.ready) void this.link.commands.publish(CHANGES, '').catch(() => undefined);
  }

  onChange(act: () => void): void {
    this.here.add(act);
    if (this.listening) return;
    this.listening = true;
    const listener = this.link.connect();
    listener.on('message', () => this.here.forEach((each) => each()));
    void listener.subscribe(CHANGES).catch(() => undefined);
  }

  offChange(act: () => void): void {
    this.here.delete(act);
  }

  /** Nothing in Redis is waited for: whoever comes next finds the table as it is. */
  override async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => withinSeconds(2, worker.close(!this.link.ready))));
    await Promise.all([...this.queues.values()].map((queue) => withinSeconds(1, queue.close())));
    this.link.close();
  }

  private async feed(): Promise<void> {
    if (!this.link.ready) return;
    await this.feeder.feed().catch((error: unknown) => this.parts.log.fault(error));
  }

  /** Redis came back, perhaps empty. */
  private async startOver(): Promise<void> {
    await this.feeder.forget().catch((error: unknown) => this.parts.log.fault(error));
    await this.feed();
  }

  private queue(pace: Pace): Queue {
    const known = this.queues.get(pace);
    if (known) return known;
    const queue = new Queue(nameOf(pace), { connection: this.link.commands, skipWaitingForReady: true });
    queue.on('error', () => undefined);
    this.queues.set(pace, queue);
    return queue;
  }

  private worker(desk: Desk): Worker {
    const { claims } = this.parts;
    // One that was on its way while the desk closed is passed on.
    const take = ({ data: { id } }: Job<{ id: string }>): Promise<void> =>
      desk.closed ? claims.passTurn(id) : desk.take(id, () => claims.takeOne(id));
    const worker = new Worker<{ id: string }>(nameOf(desk.pace), take, {
      connection: this.link.connect(),
      concurrency: desk.places,
      lockDuration: SILENT_MS,
      stalledInterval: SILENT_MS,
    });
    worker.on('error', () => undefined);
    return worker;
  }
}

// BullMQ allows no colon in a queue's name.
const nameOf = (pace: Pace): string => `st0r-jobs-${pace}`;

async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T | undefined> {
  const quiet = work.catch(() => undefined);
  return Promise.race([quiet, sleep(seconds * 1000, undefined, { ref: false })]);
}
