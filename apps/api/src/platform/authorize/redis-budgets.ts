import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { InjectSettings, type Settings } from '../config';
import { Log } from '../http/log';
import type { RedisLink } from '../jobs/drivers/redis-link';
import { intervalOf, takenOf, toleranceOf, type Rate, type Taken } from './gcra';
import { LimiterTrail } from './limiter-trail';
import { RedisBreaker } from './redis-breaker';

/** Whoever is asked on every request answers in a millisecond or two; what takes a second is no answer. */
const ANSWER_MS = 1000;
const PROBE: Rate = { limit: 1, periodSeconds: 1, burst: 1 };
/** A hair more than nothing, so that what is due in this very microsecond is not called late. */
const HAIR = 0.000_001;

/**
 * The whole of a decision in one step that nothing can come between, by the clock of Redis, which all processes share.
 * A debt is never longer than a full budget, whatever a clock that was set back says, and is forgotten with its end.
 */
const TAKE = `
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
local tolerance, spent, hair = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = tonumber(redis.call('GET', KEYS[1]) or '0')
local ahead = math.min(math.max(due - now, 0), tolerance + spent)
if ahead > tolerance + hair then return {0, string.format('%.6f', ahead)} end
ahead = ahead + spent
redis.call('SET', KEYS[1], string.format('%.17g', now + ahead), 'PX', math.ceil(ahead * 1000) + 1000)
return {1, string.format('%.6f', ahead)}`;

/** Budgets in Redis: exact across processes, as long as it answers. It holds no truth; what it forgets is a little patience. */
@Injectable()
export class RedisBudgets implements OnApplicationShutdown {
  private readonly url: string | undefined;
  private link: RedisLink | undefined;
  private readonly breaker: RedisBreaker;
  private opened: Promise<Redis> | undefined;

  constructor(
    @InjectSettings() { REDIS_URL }: Settings,
    private readonly log: Log,
    trail: LimiterTrail,
  ) {
    this.url = REDIS_URL;
    this.breaker = new RedisBreaker(() => this.probe(), trail);
  }

  /** Undefined where there is no Redis, or none that answers. */
  async take(key: string, rate: Rate, cost: number): Promise<Taken | undefined> {
    if (!this.url) return undefined;
    return this.breaker.ask(async () => {
      const [allowed, ahead] = await this.decide(key, rate, cost);
      return takenOf(rate, { cost, ahead: Number(ahead), allowed: allowed === 1 });
    });
  }

  /** True while places taken elsewhere, when Redis was away, may still count against this rate. */
  settling(rate: Rate): boolean {
    return this.breaker.secondsSinceReturn() < rate.burst * intervalOf(rate);
  }

  onApplicationShutdown(): void {
    this.breaker.close();
    this.link?.close();
  }

  private async decide(key: string, rate: Rate, cost: number): Promise<[number, string]> {
    const name = `st0r:rate:${createHash('sha256').update(key).digest('base64url')}`;
    const [tolerance, spent] = [toleranceOf(rate, cost), cost * intervalOf(rate)];
    const connection = await this.connection();
    return within(ANSWER_MS, connection.eval(TAKE, 1, name, tolerance, spent, HAIR) as Promise<[number, string]>);
  }

  /** Asks what callers ask: a server that may not write, or has no room, says PONG all the same. */
  private async probe(): Promise<void> {
    await this.decide('whether it can count', PROBE, 1);
  }

  /** Opened on first use, so that a command that limits nothing waits for nobody. */
  private connection(): Promise<Redis> {
    if (!this.url) throw new Error('There is no Redis');
    return (this.opened ??= this.open(this.url));
  }

  private async open(url: string): Promise<Redis> {
    // Read only where there is a Redis.
    const { RedisLink: Link } = await import('../jobs/drivers/redis-link');
    this.link = new Link(url, this.log);
    const connection = this.link.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    await once(connection, 'ready', { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
    connection.on('close', () => this.breaker.lost());
    return connection;
  }
}

/** Throws when no answer came in time. One that lies here already counts, however busy this process was meanwhile. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const wait = Promise.withResolvers<never>();
  const late = (): void => wait.reject(new Error('Redis did not answer in time'));
  const timer = setTimeout(() => setImmediate(late), ms);
  try {
    return await Promise.race([answer, wait.promise]);
  } finally {
    clearTimeout(timer);
  }
}
