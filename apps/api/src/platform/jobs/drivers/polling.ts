import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../http/log';
import type { Desk } from '../desk';
import type { JobClaims } from '../job-claims';

const IDLE_MS = 250;
const TROUBLE_MS = 2000;

/** Asks the table for due jobs, at once after some were found or announced, otherwise four times a second. */
export class Polling {
  private wake = new AbortController();

  constructor(
    private readonly claims: JobClaims,
    private readonly log: Log,
  ) {}

  /** Ends a pause. */
  announce(): void {
    this.wake.abort();
    this.wake = new AbortController();
  }

  /** Gives jobs to `desk` until `signal` is aborted, and only while `needed` says so. */
  async serve(desk: Desk, signal: AbortSignal, needed: () => boolean = () => true): Promise<void> {
    while (!signal.aborted) {
      await desk.untilRoom(signal);
      const wake = this.wake.signal;
      const pause = needed() && !signal.aborted ? await this.once(desk) : IDLE_MS;
      if (pause > 0) await sleep(pause, undefined, { signal: AbortSignal.any([signal, wake]) }).catch(() => undefined);
    }
  }

  /** One look; answers how long to wait before the next. */
  private async once(desk: Desk): Promise<number> {
    try {
      const claims = await this.claims.take(desk.pace, desk.room);
      for (const claim of claims) void desk.run(claim);
      return claims.length > 0 ? 0 : IDLE_MS;
    } catch (error) {
      this.log.fault(error);
      return TROUBLE_MS;
    }
  }
}
