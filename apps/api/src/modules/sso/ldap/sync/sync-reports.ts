import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../../platform/context';
import { Sql } from '../../../../platform/database';
import { NotFound } from '../../../../platform/errors';
import {
  DirectorySyncDto,
  type DirectorySyncChangeDto,
  type DirectorySyncCountsDto,
  type SyncState,
} from './directory-sync.dto';

/** Looks at a directory that are kept; the schedule makes one every quarter of an hour. */
const KEPT = 50;
const SHOWN = 20;
const CHANGES = 1000;

/** What stands at a look that was stopped from outside. */
export const INTERRUPTED = 'It was interrupted. Nothing more is changed by it; start it again.';

/** What is to be done, as it was asked for. */
export interface SyncOrder {
  id: string;
  connectionId: string;
  dryRun: boolean;
  /** The look whose list was read, and may be carried out although it is long. */
  acceptedId: string | null;
}

/** How it ended. */
export interface SyncResult {
  state: Exclude<SyncState, 'queued'>;
  problem?: string | null;
  counts?: DirectorySyncCountsDto | null;
  changes?: readonly DirectorySyncChangeDto[];
}

type Row = Omit<DirectorySyncDto, 'dryRun' | 'counts' | 'changes'> & {
  dryRun: number;
  counts: string | null;
  changes: string | null;
};

/** True of a look whose job ended without a word: cancelled, out of time, or with its worker. */
const BROKEN_OFF = `s.state = 'queued' AND s.job_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM job j WHERE j.id = s.job_id AND j.state IN ('queued', 'running'))`;
const COLUMNS = `s.id, IF(${BROKEN_OFF}, 'failed', s.state) AS state, s.dry_run AS dryRun, s.asked_by AS askedBy, s.started_at AS startedAt,
  s.finished_at AS finishedAt, IF(${BROKEN_OFF}, '${INTERRUPTED}', s.problem) AS problem, s.counts`;

/** What each look at a directory found and did. */
@Injectable()
export class SyncReports {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  async begin(order: Omit<SyncOrder, 'id'>, jobId: string | null = null): Promise<SyncOrder> {
    const id = uuid7();
    const { connectionId, dryRun, acceptedId } = order;
    const { type, name } = this.context.actor;
    await this.sql.house(
      `INSERT INTO directory_sync (id, connection_id, job_id, state, dry_run, accepted_id, asked_by, started_at)
       VALUES (?, ?, ?, 'queued', ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, connectionId, jobId, dryRun, acceptedId, type === 'user' ? name : null],
    );
    await this.sql.house(
      `DELETE FROM directory_sync WHERE connection_id = ? AND id NOT IN
         (SELECT id FROM (SELECT id FROM directory_sync WHERE connection_id = ? ORDER BY started_at DESC, id DESC LIMIT ${KEPT}) kept)`,
      [connectionId, connectionId],
    );
    return { id, ...order };
  }

  /** The job that carries it out; when that ends, so has the look. */
  async handOver(id: string, jobId: string): Promise<void> {
    await this.sql.house('UPDATE directory_sync SET job_id = ? WHERE id = ?', [jobId, id]);
  }

  async end(id: string, { state, problem = null, counts = null, changes = [] }: SyncResult): Promise<void> {
    await this.sql.house(
      'UPDATE directory_sync SET state = ?, problem = ?, counts = ?, changes = ?, finished_at = UTC_TIMESTAMP(6) WHERE id = ?',
      [
        state,
        problem?.slice(0, 1000) ?? null,
        counts && JSON.stringify(counts),
        JSON.stringify(changes.slice(0, CHANGES)),
        id,
      ],
    );
  }

  async order(id: string): Promise<SyncOrder> {
    const [row] = await this.sql.house<{ connectionId: string; dryRun: number; acceptedId: string | null }>(
      'SELECT connection_id AS connectionId, dry_run AS dryRun, accepted_id AS acceptedId FROM directory_sync WHERE id = ?',
      [id],
    );
    if (!row) throw new NotFound('directory_sync');
    return { id, ...row, dryRun: row.dryRun === 1 };
  }

  /** What a look of this connection counted; null where there is none, or it came to no list. */
  async counted(connectionId: string, id: string): Promise<DirectorySyncCountsDto | null> {
    const [row] = await this.sql.house<{ counts: string | null }>(
      'SELECT counts FROM directory_sync WHERE connection_id = ? AND id = ?',
      [connectionId, id],
    );
    return parsed<DirectorySyncCountsDto>(row?.counts);
  }

  /** The last ones, newest first, without what they changed. */
  async list(connectionId: string): Promise<DirectorySyncDto[]> {
    const rows = await this.sql.house<Row>(
      `SELECT ${COLUMNS}, NULL AS changes FROM directory_sync s WHERE s.connection_id = ? ORDER BY s.started_at DESC, s.id DESC LIMIT ${SHOWN}`,
      [connectionId],
    );
    return rows.map(shown);
  }

  async get(connectionId: string, id: string): Promise<DirectorySyncDto> {
    const [row] = await this.sql.house<Row>(
      `SELECT ${COLUMNS}, s.changes FROM directory_sync s WHERE s.connection_id = ? AND s.id = ?`,
      [connectionId, id],
    );
    if (!row) throw new NotFound('directory_sync');
    return shown(row);
  }
}

const shown = ({ dryRun, counts, changes, ...row }: Row): DirectorySyncDto =>
  present(DirectorySyncDto, {
    ...row,
    dryRun: dryRun === 1,
    counts: parsed<DirectorySyncCountsDto>(counts),
    changes: parsed<DirectorySyncChangeDto[]>(changes) ?? [],
  });

/** The driver hands JSON columns over parsed or as text, depending on the server. */
const parsed = <T>(value: unknown): T | null =>
  typeof value === 'string' ? (JSON.parse(value) as T) : ((value ?? null) as T | null);
