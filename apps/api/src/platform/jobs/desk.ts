import { Turns } from '../database/turns';
import type { Log } from '../http/log';
import type { Pace } from './job.entity';
import type { Claim } from './job-claims';
import type { JobRunner, StopReason } from './job-runner';

/** Jobs that ran shorter than this on average are taken several at a time: taking costs more than running them. */
const BRIEF_MS = 50;
const AHEAD = 4;

/** One pace of this process: so many jobs at a time, and those taken that wait for a place. */
export class Desk {
  private readonly turns: Turns;
  private readonly taken = new Map<string, AbortController>();
  private readonly claimed = new Set<string>();
  private waiting: (() => void)[] = [];
  private averageMs = BRIEF_MS;
  private shut = false;

  constructor(
    readonly pace: Pace,
    readonly places: number,
    private readonly parts: { runner: JobRunner; log: Log },
  ) {
    this.turns = new Turns(places);
  }

  /** How many jobs may be taken now. */
  get room(): number {
    const ahead = this.averageMs < BRIEF_MS ? AHEAD : 1;
    return Math.max(0, this.places * ahead - this.taken.size);
  }

  /** Ids of jobs taken and not ended. */
  get ids(): string[] {
    return [...this.taken.keys()];
  }

  /** Those of them this process holds a claim on; the others are still being claimed. */
  get claims(): string[] {
    return [...this.claimed];
  }

  /** Runs a claim when there is a place. */
  run(claim: Claim): Promise<void> {
    return this.take(claim.id, () => Promise.resolve(claim));
  }

  /** The same for one still to be claimed; a fault of ours is logged and the lease runs out. */
  async take(id: string, claiming: () => Promise<Claim | undefined>): Promise<void> {
    if (this.taken.has(id)) return;
    const stop = new AbortController();
    // Before it is claimed: whoever closes the desk meanwhile must wait for it.
    this.taken.set(id, stop);
    try {
      const claim = await claiming();
      if (!claim) return;
      this.claimed.add(id);
      await this.turns.take(() => this.timed(claim, stop));
    } catch (error) {
      this.parts.log.fault(error);
    } finally {
      this.taken.delete(id);
      this.claimed.delete(id);
      for (const go of this.waiting.splice(0)) go();
    }
  }

  /** Takes nothing more. */
  close(): void {
    this.shut = true;
  }

  get closed(): boolean {
    return this.shut;
  }

  /** Resolves as soon as a job may be taken, or `signal` is aborted. */
  async untilRoom(signal: AbortSignal): Promise<void> {
    while (this.room === 0 && !signal.aborted) await this.nextEnd(signal);
  }

  /** Resolves when nothing is taken any more. */
  async untilIdle(signal: AbortSignal): Promise<void> {
    while (this.taken.size > 0 && !signal.aborted) await this.nextEnd(signal);
  }

  /** Tells a run to stop, and why. */
  stop(id: string, reason: StopReason): void {
    this.taken.get(id)?.abort(reason);
  }

  private async timed(claim: Claim, stop: AbortController): Promise<void> {
    const began = performance.now();
    try {
      await this.parts.runner.run(claim, stop);
    } finally {
      this.averageMs += (performance.now() - began - this.averageMs) / 8;
    }
  }

  private nextEnd(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        signal.removeEventListener('abort', go);
        resolve();
      };
      this.waiting.push(go);
      signal.addEventListener('abort', go, { once: true });
    });
  }
}
