import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { HOUSE_ACTOR, RequestContext } from '../context';
import { EventSpool, type EventFacts } from '../events';
import { Log } from '../http/log';
import type { Taker } from './limit';

/** Of one limit and one taker an event is left once in this time; it counts what was refused since the one before. */
const WINDOW_MS = 10 * 60_000;
/** Takers of one limit told apart in this time; what all further ones did is one event, so that a flood fills no log. */
const MOST = 100;

interface Hits {
  readonly limit: string;
  readonly by: Taker | 'others';
  ip: string | null;
  refused: number;
  since: number;
}

/** Writes down who was refused by a limit: the first time at once, then once in ten minutes with the number of times. */
@Injectable()
export class LimitHits implements BeforeApplicationShutdown {
  private readonly open = new Map<string, Hits>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: RequestContext,
    private readonly spool: EventSpool,
    private readonly log: Log,
  ) {}

  /** Counts a refusal. The request that was refused does not wait for it. */
  count(limit: string, taker: Taker): void {
    const own = `${limit} ${taker.kind} ${taker.id}`;
    const by: Hits['by'] = this.open.has(own) || this.namedOf(limit) < MOST ? taker : 'others';
    const key = by === 'others' ? `${limit} others` : own;
    const ip = by === 'others' ? null : this.context.origin.ip;
    const known = this.open.get(key);
    if (known) return void Object.assign(known, { ip, refused: known.refused + 1 });
    const hits: Hits = { limit, by, ip, refused: 1, since: Date.now() };
    this.open.set(key, hits);
    this.tell(hits);
    this.timer ??= setInterval(() => this.close(Date.now() - WINDOW_MS), WINDOW_MS / 10).unref();
  }

  /** Takers of this limit with a window of their own: strangers at one limit must not hide a person at another. */
  private namedOf(limit: string): number {
    let named = 0;
    for (const hits of this.open.values()) if (hits.limit === limit && hits.by !== 'others') named += 1;
    return named;
  }

  /** Ends the windows that began before; what was refused in them after their first event leaves a second one. */
  close(before: number): void {
    for (const [key, hits] of this.open) {
      if (hits.since > before) continue;
      if (hits.refused > 0) this.tell(hits);
      else this.open.delete(key);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.close(Infinity);
    await this.writing;
  }

  /** Resolves when everything told so far is written. */
  settled(): Promise<void> {
    return this.writing;
  }

  private tell(hits: Hits): void {
    const facts = factsOf(hits);
    const origin = { requestId: `limits-${uuid7()}`, ip: hits.ip, userAgent: null };
    Object.assign(hits, { refused: 0, since: Date.now() });
    const tell = (): Promise<void> =>
      this.context.run(origin, () => {
        this.context.become(HOUSE_ACTOR);
        return this.spool.record(facts);
      });
    this.writing = this.writing.then(tell).catch((error: unknown) => this.log.fault(error));
  }
}

function factsOf({ limit, by, refused, since }: Hits): EventFacts {
  const known = by === 'others' ? undefined : by;
  return {
    action: 'limit.reached',
    category: 'security',
    outcome: 'failure',
    target: known && known.kind !== 'address' ? { type: known.kind, id: known.id, label: known.name ?? '' } : undefined,
    details: {
      limit,
      refused,
      since: new Date(since).toISOString(),
      ...(known?.kind === 'address' ? { address: known.id } : {}),
      ...(known ? {} : { others: true }),
    },
  };
}
