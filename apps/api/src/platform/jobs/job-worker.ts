import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { InjectSettings, type Settings } from '../config';
import { Log } from '../http/log';
import { Desk } from './desk';
import { JobDriver } from './drivers/job-driver';
import { PACES } from './job.entity';
import { JobClaims } from './job-claims';
import { JobRunner, STOP } from './job-runner';
import { Scheduler } from './scheduler';

const BEAT_MS = 1000;
/** What still runs this long after the process was told to stop goes back to the queue. */
const GRACE_MS = 6000;
/** Beats between two looks for jobs of dead workers. */
const RECOVER_EVERY = 5;

/** Runs jobs: as a process of its own until told to stop, or once until none is due. */
@Injectable()
export class JobWorker {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly driver: JobDriver,
    private readonly claims: JobClaims,
    private readonly runner: JobRunner,
    private readonly scheduler: Scheduler,
    private readonly log: Log,
  ) {}

  /** Serves both paces until `signal` is aborted, then ends what runs or hands it back. */
  async run(signal: AbortSignal, graceMs = GRACE_MS): Promise<void> {
    const desks = this.desks();
    const ended = new AbortController();
    const beating = this.beat(desks, { serving: signal, ended: ended.signal });
    await Promise.all(desks.map((desk) => this.driver.serve(desk, signal)));
    await this.finish(desks, graceMs);
    ended.abort();
    await beating;
  }

  /** Runs everything that is due in this process, one after the other, until nothing is; answers how many runs it took. */
  async drain(): Promise<number> {
    let runs = 0;
    for (;;) {
      const claims = [...(await this.claims.take('quick', 1)), ...(await this.claims.take('long', 1))];
      if (claims.length === 0) return runs;
      for (const claim of claims) await this.runner.run(claim, new AbortController());
      runs += claims.length;
    }
  }

  private desks(): Desk[] {
    const { JOB_PLACES: all } = this.settings;
    const places = { quick: all, long: Math.max(1, Math.floor(all / 2)) };
    return PACES.map((pace) => new Desk(pace, places[pace], { runner: this.runner, log: this.log }));
  }

  /** Keeps leases, hears of cancellations, brings back the jobs of the dead, and watches the clock for schedules. */
  private async beat(desks: readonly Desk[], signals: { serving: AbortSignal; ended: AbortSignal }): Promise<void> {
    await this.carefully(() => this.scheduler.prepare());
    for (let beats = 0; !signals.ended.aborted; beats += 1) {
      for (const desk of desks) await this.carefully(() => this.keep(desk));
      if (!signals.serving.aborted) {
        await this.carefully(() => this.scheduler.tick());
        if (beats % RECOVER_EVERY === 0) await this.carefully(() => this.claims.recover());
      }
      await sleep(BEAT_MS, undefined, { signal: signals.ended }).catch(() => undefined);
    }
  }

  private async keep(desk: Desk): Promise<void> {
    // Not those still being claimed: they would look lost, and nobody would run them until their lease ends.
    const { claims: ids } = desk;
    const held = new Map((await this.claims.renew(ids)).map((one) => [one.id, one]));
    for (const id of ids) {
      const renewed = held.get(id);
      // A job that ended since the ids were read is gone from the desk too, so stopping it means nothing.
      if (!renewed) desk.stop(id, STOP.lost);
      else if (Number(renewed.cancelAsked) === 1) desk.stop(id, STOP.cancelled);
    }
  }

  private async finish(desks: readonly Desk[], graceMs: number): Promise<void> {
    for (const desk of desks) desk.close();
    const patience = AbortSignal.timeout(graceMs);
    await Promise.all(desks.map((desk) => desk.untilIdle(patience)));
    for (const desk of desks) for (const id of desk.ids) desk.stop(id, STOP.handedBack);
    await Promise.all(desks.map((desk) => desk.untilIdle(AbortSignal.timeout(2000))));
  }

  private async carefully(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.fault(error);
    }
  }
}
