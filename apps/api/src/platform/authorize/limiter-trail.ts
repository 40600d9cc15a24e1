import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { HOUSE_ACTOR, RequestContext } from '../context';
import { EventSpool } from '../events';
import { Log } from '../http/log';

/** Writes down that limits are not counted in Redis, and that they are again. */
@Injectable()
export class LimiterTrail implements BeforeApplicationShutdown {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: RequestContext,
    private readonly spool: EventSpool,
    private readonly log: Log,
  ) {}

  degraded(): void {
    this.log.warn('Redis does not answer: limits of signing in are counted in MariaDB, all others in memory.');
    this.write('security.ratelimit.degraded', 'failure');
  }

  restored(): void {
    this.log.log('Limits are counted in Redis again.');
    this.write('security.ratelimit.restored', 'success');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  /** Beside the request that noticed it, which must not wait; one after the other, so that the end follows the beginning. */
  private write(action: string, outcome: 'success' | 'failure'): void {
    const origin = { requestId: `limiter-${uuid7()}`, ip: null, userAgent: null };
    const tell = (): Promise<void> =>
      this.context.run(origin, async () => {
        this.context.become(HOUSE_ACTOR);
        await this.spool.record({ action, category: 'security', outcome, details: { process: process.pid } });
      });
    this.writing = this.writing.then(tell).catch((error: unknown) => this.log.fault(error));
  }
}
