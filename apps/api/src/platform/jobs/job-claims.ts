import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { RequestContext } from '../context';
import { Sql, UnitOfWork } from '../database';
import type { Pace } from './job.entity';
import { declaredJobs } from './job-definition';

/** A worker says every second that it is alive; who has not for this long has lost its jobs. */
export const LEASE_SECONDS = 20;

/** A job this process has taken; nobody else runs it while the lease holds. */
export interface Claim {
  readonly id: string;
  readonly name: string;
  readonly input: Buffer;
  readonly actorType: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly actsIn: string | null;
  readonly requestId: string;
  readonly attempt: number;
  readonly attempts: number;
}

/** A claim as its lease was renewed. */
export interface Renewed {
  readonly id: string;
  readonly cancelAsked: number;
}

const COLUMNS = `id, name, input, actor_type AS actorType, actor_id AS actorId, actor_name AS actorName, acts_in AS actsIn,
  request_id AS requestId, attempt, attempts`;
const TAKE = `state = 'running', attempt = attempt + 1, lease_until = UTC_TIMESTAMP(6) + INTERVAL ${LEASE_SECONDS} SECOND,
  started_at = UTC_TIMESTAMP(6), changed_at = UTC_TIMESTAMP(6), cancel_asked = 0, error_code = NULL, error_detail = NULL`;
const MARKS = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Who runs what: taking due jobs, keeping the lease, and bringing back what dead workers held. */
@Injectable()
export class JobClaims {
  /** This process, as the table names it. */
  readonly worker = randomUUID();

  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
  ) {}

  /** Takes at most `count` due jobs of a pace, oldest first; two workers never take the same one. */
  take(pace: Pace, count: number): Promise<Claim[]> {
    return this.apart(async () => {
      // A job of another release is left to a worker that knows it.
      const names = declaredJobs().map(({ name }) => name);
      const claims = await this.sql.house<Claim>(
        `SELECT ${COLUMNS} FROM job FORCE INDEX (claims)
         WHERE state = 'queued' AND pace = ? AND due_at <= UTC_TIMESTAMP(6) AND name IN (${MARKS(names)})
         ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED`,
        [pace, ...names, count],
      );
      if (claims.length === 0) return [];
      await this.sql.house(`UPDATE job SET worker = ?, ${TAKE} WHERE id IN (${MARKS(claims)})`, [
        this.worker,
        ...claims.map(({ id }) => id),
      ]);
      return claims.map((claim) => ({ ...claim, attempt: claim.attempt + 1 }));
    });
  }

  /** Takes one job by id, unless it is not due or somebody has it. */
  async takeOne(id: string): Promise<Claim | undefined> {
    const taken = await this.change(
      `UPDATE job SET worker = ?, ${TAKE} WHERE id = ? AND state = 'queued' AND due_at <= UTC_TIMESTAMP(6)`,
      [this.worker, id],
    );
    if (taken !== 1) return undefined;
    const [claim] = await this.sql.house<Claim>(`SELECT ${COLUMNS} FROM job WHERE id = ?`, [id]);
    return claim;
  }

  /** Says that this process still works on these; answers those it still holds. */
  async renew(ids: readonly string[]): Promise<Renewed[]> {
    if (ids.length === 0) return [];
    const mine = `worker = ? AND state = 'running' AND id IN (${MARKS(ids)})`;
    // By primary key, as the end of a job goes: reaching one row by two indexes is how two statements lock each other out.
    await this.sql.house(
      `UPDATE job FORCE INDEX (PRIMARY) SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ${LEASE_SECONDS} SECOND WHERE ${mine}`,
      [this.worker, ...ids],
    );
    return this.sql.house<Renewed>(`SELECT id, cancel_asked AS cancelAsked FROM job WHERE ${mine}`, [
      this.worker,
      ...ids,
    ]);
  }

  /** Puts jobs back as if they had not been taken: this process is being stopped. */
  async handBack(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.sql.house(
      `UPDATE job FORCE INDEX (PRIMARY) SET state = 'queued', worker = NULL, lease_until = NULL, handed_at = NULL, attempt = attempt - 1, changed_at = UTC_TIMESTAMP(6)
       WHERE worker = ? AND state = 'running' AND id IN (${MARKS(ids)})`,
      [this.worker, ...ids],
    );
  }

  /** Gives a turn back that Redis had handed out; somebody else will be given it. */
  async passTurn(id: string): Promise<void> {
    await this.sql.house("UPDATE job SET handed_at = NULL WHERE id = ? AND state = 'queued'", [id]);
  }

  /** Queues again what a dead worker held; what has killed its workers too often fails. Answers how many. */
  async recover(): Promise<number> {
    const abandoned = "state = 'running' AND lease_until < UTC_TIMESTAMP(6)";
    const found = await this.sql.house<{ id: string }>(`SELECT id FROM job WHERE ${abandoned} LIMIT 1000`);
    if (found.length === 0) return 0;
    const ids = found.map(({ id }) => id);
    const these = `${abandoned} AND id IN (${MARKS(ids)})`;
    const failed = await this.change(
      `UPDATE job FORCE INDEX (PRIMARY) SET state = 'failed', worker = NULL, lease_until = NULL, finished_at = UTC_TIMESTAMP(6),
         changed_at = UTC_TIMESTAMP(6), expires_at = UTC_TIMESTAMP(6) + INTERVAL 30 DAY, error_code = 'job.abandoned',
         error_detail = 'Each worker that took this job ended before the job did.'
       WHERE ${these} AND attempt >= attempts`,
      ids,
    );
    const queued = await this.change(
      `UPDATE job FORCE INDEX (PRIMARY) SET state = 'queued', worker = NULL, lease_until = NULL, handed_at = NULL,
         due_at = UTC_TIMESTAMP(6), changed_at = UTC_TIMESTAMP(6) WHERE ${these}`,
      ids,
    );
    return failed + queued;
  }

  private async change(text: string, params: readonly unknown[] = []): Promise<number> {
    const result = (await this.sql.house(text, params)) as unknown as { affectedRows: number };
    return result.affectedRows;
  }

  private apart<T>(work: () => Promise<T>): Promise<T> {
    return this.context.run({ requestId: 'jobs', ip: null, userAgent: null }, () => this.work.run(work));
  }
}
