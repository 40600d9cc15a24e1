import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../database';
import { asDomainError, Conflict, isUnknown, type DomainError } from '../errors';
import { EventRecorder } from '../events';
import { Log } from '../http/log';
import { Metrics } from '../metrics/metrics';
import type { Claim } from './job-claims';
import { declaredJobs, secondsUntilRetry, type JobDefinition } from './job-definition';

/** Longest result kept, in characters of JSON. */
const LONGEST_RESULT = 4_000_000;
const FAILED_KEPT_DAYS = 30;

const END = `worker = NULL, lease_until = NULL, changed_at = UTC_TIMESTAMP(6)`;
const FINAL = `${END}, finished_at = UTC_TIMESTAMP(6), expires_at = UTC_TIMESTAMP(6) + INTERVAL ? DAY`;
/** Only who holds the claim may end the job: a worker that was thought dead changes nothing. */
const HELD = "id = ? AND worker = ? AND attempt = ? AND state = 'running'";

/** How a run ends, always by whoever still holds the claim. */
@Injectable()
export class JobOutcome {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    for (const { name } of declaredJobs()) metrics.jobKnown(name);
  }

  /** Done, as the last act of the handler's unit of work; throws when somebody else has the job by now. */
  async done(claim: Held, definition: JobDefinition, result: object | undefined): Promise<void> {
    const text = result === undefined ? null : JSON.stringify(result);
    if (text && text.length > LONGEST_RESULT) throw new Error(`The result of ${claim.name} is too long to be kept.`);
    const changed = await this.end(`state = 'done', input = NULL, result = ?, ${FINAL}`, claim, [
      text,
      definition.keptDays,
    ]);
    await this.sql.house('DELETE FROM job_file WHERE job_id = ?', [claim.id]);
    this.work.afterCommit(() => this.metrics.jobRun(claim.name, 'done'));
    if (changed !== 1) throw new Conflict('job.taken_over', { detail: 'Another worker has taken this job over.' });
  }

  /** Stopped on request. */
  async cancelled(claim: Held, definition: JobDefinition): Promise<void> {
    await this.end(`state = 'cancelled', ${FINAL}`, claim, [definition.keptDays]);
    this.metrics.jobRun(claim.name, 'cancelled');
  }

  /** A failed attempt: again later while that may help, otherwise for good, with an event. */
  async failed(claim: Held, definition: JobDefinition, thrown: unknown): Promise<void> {
    const error = asDomainError(thrown);
    if (isUnknown(error)) this.log.fault(thrown);
    const words = [error.code.slice(0, 80), detailOf(error, claim)];
    const again = (isUnknown(error) || error.facts.retryable === true) && claim.attempt < claim.attempts;
    this.metrics.jobRun(claim.name, again ? 'retried' : 'failed');
    if (again) {
      await this.end(
        `state = 'queued', handed_at = NULL, error_code = ?, error_detail = ?, due_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND, ${END}`,
        claim,
        [...words, secondsUntilRetry(definition.backoff, claim.attempt)],
      );
      return;
    }
    await this.work.run(async () => {
      const kept = Math.max(FAILED_KEPT_DAYS, definition.keptDays);
      const problems = error.facts.errors ? JSON.stringify(error.facts.errors.slice(0, 1000)) : null;
      const changed = await this.end(
        `state = 'failed', error_code = ?, error_detail = ?, problems = COALESCE(?, problems), ${FINAL}`,
        claim,
        [...words, problems, kept],
      );
      if (changed === 1) this.tell(claim, error);
    });
  }

  private tell(claim: Held, { kind, code }: DomainError): void {
    this.events.record({
      action: kind === 'Forbidden' ? 'job.refused' : 'job.failed',
      category: 'admin',
      outcome: 'failure',
      organisationId: claim.actsIn,
      target: { type: 'job', id: claim.id, label: claim.name },
      details: { code, attempt: claim.attempt, askedBy: claim.actorName },
    });
  }

  private async end(sets: string, claim: Held, params: readonly unknown[]): Promise<number> {
    const result = (await this.sql.house(`UPDATE job SET ${sets} WHERE ${HELD}`, [
      ...params,
      claim.id,
      claim.worker,
      claim.attempt,
    ])) as unknown as { affectedRows: number };
    return result.affectedRows;
  }
}

/** A claim and the process that holds it. */
export type Held = Claim & { readonly worker: string };

function detailOf(error: DomainError, { requestId }: Claim): string {
  if (!isUnknown(error)) return (error.facts.detail ?? error.code).slice(0, 1000);
  return `Something went wrong on our side. The worker's log names it with the request ${requestId}.`;
}
