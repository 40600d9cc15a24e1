import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { UpdaterFiles } from '../shelf/updater-files';

/** How far an update came. */
export const UPDATE_STATES = ['waiting', 'done', 'refused', 'failed', 'rolled_back', 'stuck', 'lost'] as const;
export type UpdateState = (typeof UPDATE_STATES)[number];

/** An update somebody asked for. */
export interface UpdateRun {
  id: string;
  file: string;
  version: string;
  fromVersion: string;
  state: UpdateState;
  says: string | null;
  requestedAt: string;
  requestedName: string;
  endedAt: string | null;
}

const COLUMNS = `id, file, version, from_version AS fromVersion, state, says, requested_at AS requestedAt,
  requested_name AS requestedName, ended_at AS endedAt`;
/** A request nobody took up is good for fifteen minutes; after that nobody will. */
const LOST_MINUTES = 20;
const LOST = 'The updater of the machine did not take it up: systemctl status st0r-update.path';

/** The books about updates, brought up to date from what the updater left. */
@Injectable()
export class UpdateBook {
  constructor(
    private readonly sql: Sql,
    private readonly files: UpdaterFiles,
    private readonly recorder: EventRecorder,
  ) {}

  /** The newest first, each as its files say it now. */
  async recent(): Promise<UpdateRun[]> {
    const rows = await this.sql.house<UpdateRun>(
      `SELECT ${COLUMNS} FROM update_request ORDER BY requested_at DESC, id DESC LIMIT 20`,
    );
    return rows.map((row) => (row.state === 'waiting' ? { ...row, ...this.outcomeOf(row) } : row));
  }

  /** Needs a unit of work. */
  async begun(run: Pick<UpdateRun, 'id' | 'file' | 'version' | 'fromVersion' | 'requestedName'> & { sha256: string }) {
    await this.sql.house(
      `INSERT INTO update_request (id, file, sha256, version, from_version, state, requested_at, requested_name)
       VALUES (?, ?, ?, ?, ?, 'waiting', UTC_TIMESTAMP(6), ?)`,
      [run.id, run.file, run.sha256, run.version, run.fromVersion, run.requestedName],
    );
  }

  /** Writes down how those ended that were waiting; answers how many. Needs a unit of work. */
  async settle(): Promise<number> {
    const waiting = await this.sql.house<UpdateRun>(
      `SELECT ${COLUMNS} FROM update_request WHERE state = 'waiting' FOR UPDATE`,
    );
    const ended = waiting
      .flatMap((run) => ({ ...run, ...this.outcomeOf(run) }))
      .filter(({ state }) => state !== 'waiting');
    for (const run of ended) await this.close(run);
    return ended.length;
  }

  private async close({ id, state, says, file, version, fromVersion }: UpdateRun): Promise<void> {
    await this.sql.house('UPDATE update_request SET state = ?, says = ?, ended_at = UTC_TIMESTAMP(6) WHERE id = ?', [
      ...[state, says?.slice(0, 1000) ?? null, id],
    ]);
    this.recorder.record({
      action: 'update.ended',
      category: 'admin',
      outcome: state === 'done' ? 'success' : 'failure',
      target: { type: 'update', id, label: version },
      details: { state, says, file, version, from: fromVersion },
    });
  }

  private outcomeOf({ id, requestedAt }: UpdateRun): Pick<UpdateRun, 'state' | 'says' | 'endedAt'> {
    const result = this.files.result(id);
    if (result) return { state: stateOf(result.outcome), says: result.says, endedAt: result.at };
    const late = Date.now() - momentOf(requestedAt) > LOST_MINUTES * 60_000;
    if (late && this.files.journal()?.id !== id) return { state: 'lost', says: LOST, endedAt: null };
    return { state: 'waiting', says: null, endedAt: null };
  }
}

const stateOf = (outcome: string): UpdateState => UPDATE_STATES.find((state) => state === outcome) ?? 'failed';
const momentOf = (at: string): number => Date.parse(/Z$/.test(at) ? at : `${at.replace(' ', 'T')}Z`);
