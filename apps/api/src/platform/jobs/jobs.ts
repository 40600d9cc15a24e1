import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext, type Actor } from '../context';
import { Sql, UnitOfWork } from '../database';
import { JobDriver } from './drivers/job-driver';
import type { JobDefinition } from './job-definition';
import { JobSeal } from './job-seal';

/** What may be said beside the input. */
export interface QueueOptions {
  /** The one organisation the job acts in; it can touch no other. */
  organisationId?: string | null;
  /** A few words for the person who asked: the file's name. */
  subject?: string | null;
  /** While a job of this name and key waits or runs, queueing another answers that one. */
  uniqueKey?: string | null;
  /** Not before so many seconds from now. */
  delaySeconds?: number;
}

/** A queued job; `fresh` is false when one with the same key was there already. */
export interface QueuedJob {
  readonly id: string;
  readonly fresh: boolean;
}

/** Stands for whoever asked: the house when nobody did. */
export const HOUSE_ID = '00000000-0000-0000-0000-000000000000';

/** The port: jobs are queued in the present unit of work, and exist exactly when it commits. */
@Injectable()
export class Jobs {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly seal: JobSeal,
    private readonly driver: JobDriver,
  ) {}

  /** Queues one job; throws Invalid for an input its definition refuses, and outside a unit of work. */
  async enqueue<I extends object>(
    definition: JobDefinition<I>,
    input: I,
    options: QueueOptions = {},
  ): Promise<QueuedJob> {
    if (!this.context.unit) throw new Error(`${definition.name} was queued outside a unit of work`);
    const id = uuid7();
    const sealed = await this.seal.close(definition as JobDefinition, id, input);
    const asker = this.asker(definition as JobDefinition);
    const { organisationId = null, subject = null, uniqueKey = null, delaySeconds = 0 } = options;
    const [row] = await this.sql.house<{ id: string }>(
      `INSERT INTO job (id, name, pace, state, subject, input, actor_type, actor_id, actor_name, acts_in, request_id, unique_key,
         due_at, attempts, created_at, changed_at)
       VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? SECOND, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE name = VALUES(name) RETURNING id`,
      [
        id,
        definition.name,
        definition.pace,
        subject && [...subject].slice(0, 255).join(''),
        sealed,
        asker.type,
        asker.id,
        asker.name,
        organisationId,
        this.context.origin.requestId,
        uniqueKey,
        delaySeconds,
        definition.attempts,
      ],
    );
    this.work.afterCommit(() => this.driver.announce());
    return { id: row!.id, fresh: row!.id === id };
  }

  private asker({ name, acts }: JobDefinition): Pick<Actor, 'type' | 'id' | 'name'> {
    const actor = this.context.actorIfAny;
    // A job of an API key runs as the key, so that it can do no more later than now.
    if (actor?.key) return { type: actor.type, id: actor.key.id, name: actor.name };
    if (actor && actor.type !== 'system') return actor;
    if (acts !== 'system') throw new Error(`${name} acts for the person who asks, and nobody asks here.`);
    return { type: 'system', id: HOUSE_ID, name: 'ClientSt0r' };
  }
}
