import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { RequestContext } from '../context';
import { UnitOfWork } from '../database';
import { Unavailable } from '../errors';
import { HOUSE, JobActors } from './job-actors';
import { JobClaims, type Claim } from './job-claims';
import { jobCalled, type JobDefinition } from './job-definition';
import { JobHandlers } from './job-handler';
import { JobOutcome, type Held } from './job-outcome';
import { JobRun } from './job-run';
import { JobSeal } from './job-seal';

/** Why a run was told to stop. */
export const STOP = { cancelled: 'cancelled', handedBack: 'handed back', lost: 'lost', late: 'late' } as const;
export type StopReason = (typeof STOP)[keyof typeof STOP];

/** What a handler and its outcome need; one collaborator instead of three. */
@Injectable()
export class JobParts {
  constructor(
    readonly actors: JobActors,
    readonly handlers: JobHandlers,
    readonly seal: JobSeal,
  ) {}
}

/** Carries out one claimed job in a context of its own, and writes how it ended. Never throws for what a handler does. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly claims: JobClaims,
    private readonly parts: JobParts,
    private readonly outcome: JobOutcome,
  ) {}

  /** Runs until the handler ends, time is up or `stop` is aborted with a StopReason. */
  run(claim: Claim, stop: AbortController): Promise<void> {
    const definition = jobCalled(claim.name)!;
    const held: Held = { ...claim, worker: this.claims.worker };
    const origin = { requestId: claim.requestId, ip: null, userAgent: `job ${claim.name}` };
    const timer = setTimeout(() => stop.abort(STOP.late), definition.timeoutSeconds * 1000);
    const attempt = (): Promise<void> => this.attempt(held, definition, stop.signal);
    return this.context
      .run(origin, () => attempt().finally(() => this.context.abandon()))
      .catch((error: unknown) => {
        const why = stop.signal.aborted ? (stop.signal.reason as StopReason) : error;
        return this.context.run(origin, () => {
          this.context.become(HOUSE);
          return persistently(() => this.settle(held, definition, why));
        });
      })
      .finally(() => clearTimeout(timer));
  }

  private async attempt(claim: Held, definition: JobDefinition, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await this.parts.actors.enter(claim, definition);
    const input = await this.parts.seal.open(definition, claim.id, claim.input);
    const handler = this.parts.handlers.of(claim.name);
    const run = new JobRun({ id: claim.id, attempt: claim.attempt, worker: claim.worker, signal }, this.work);
    const handle = async (): Promise<object | undefined> => {
      // A unit of work that is tried again must not begin what was stopped meanwhile.
      signal.throwIfAborted();
      return (await unlessStopped(handler.run(input, run), signal)) ?? undefined;
    };
    if (definition.unitOfWork === 'one')
      return this.work.run(async () => this.outcome.done(claim, definition, await handle()));
    await this.outcome.done(claim, definition, await handle());
  }

  private async settle(claim: Held, definition: JobDefinition, why: unknown): Promise<void> {
    if (why === STOP.lost) return;
    if (why === STOP.handedBack) return this.claims.handBack([claim.id]);
    if (why === STOP.cancelled) return this.outcome.cancelled(claim, definition);
    const error =
      why === STOP.late
        ? new Unavailable('job.too_slow', `This took longer than ${definition.timeoutSeconds} seconds and was stopped.`)
        : why;
    return this.outcome.failed(claim, definition, error);
  }
}

/** How a run ended is written even when the first try meets a lock or a restarting database. */
async function persistently(work: () => Promise<void>): Promise<void> {
  for (const pauseMs of [100, 500, 2000]) {
    try {
      return await work();
    } catch {
      await sleep(pauseMs);
    }
  }
  return work();
}

/** A handler that does not look at its signal is left behind: its transaction rolls back, and it can write nothing more. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    if (signal.aborted) reject(new Error('stopped'));
    work.then(resolve, reject);
  });
}
