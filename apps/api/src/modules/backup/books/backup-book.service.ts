import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import type { MadeBackup } from '../make/backup-maker.service';
import type { Proof } from '../prove/scratch-proof';

/** How far a backup came. */
export const BACKUP_STATES = ['running', 'made', 'verified', 'failed'] as const;
export type BackupState = (typeof BACKUP_STATES)[number];

/** What is known here about a backup; the truth is what lies at its target. */
export interface BackupRun {
  id: string;
  name: string;
  state: BackupState;
  place: string;
  bytes: number;
  rows: number;
  startedAt: string;
  madeAt: string | null;
  verifiedAt: string | null;
  /** How long it took to put it back and prove it. */
  restoreMs: number | null;
  problem: string | null;
  removedAt: string | null;
}

const COLUMNS = `id, name, state, place, bytes, row_count AS \`rows\`, started_at AS startedAt, made_at AS madeAt,
  verified_at AS verifiedAt, restore_ms AS restoreMs, problem, removed_at AS removedAt`;
const PROBLEM_CHARS = 1000;
/** A run that says nothing for longer than its job may take ended without a word. */
const LONGEST_HOURS = 7;

/** The books about backups; each line is written together with its event. */
@Injectable()
export class BackupBook {
  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  /** The newest runs. */
  async recent(limit = 50): Promise<BackupRun[]> {
    const rows = await this.sql.house<BackupRun>(
      `SELECT ${COLUMNS} FROM backup_run ORDER BY started_at DESC, id DESC LIMIT ?`,
      [limit],
    );
    return rows.map((row) => ({ ...row, bytes: Number(row.bytes), rows: Number(row.rows) }));
  }

  /** The newest backup that was proved, never failed since and is still there: what would be lost is newer than it. */
  async lastVerified(): Promise<BackupRun | null> {
    const [row] = await this.sql.house<BackupRun>(
      `SELECT ${COLUMNS} FROM backup_run WHERE state = 'verified' AND removed_at IS NULL ORDER BY made_at DESC LIMIT 1`,
    );
    return row ? { ...row, bytes: Number(row.bytes), rows: Number(row.rows) } : null;
  }

  /** Names of the backups that were proved and are still there. */
  async provedNames(): Promise<Set<string>> {
    const rows = await this.sql.house<{ name: string }>(
      "SELECT name FROM backup_run WHERE state = 'verified' AND removed_at IS NULL",
    );
    return new Set(rows.map(({ name }) => name));
  }

  async begun(name: string, place: string): Promise<void> {
    await this.sql.house(
      `UPDATE backup_run SET state = 'failed', problem = 'It was interrupted.'
       WHERE state = 'running' AND started_at < UTC_TIMESTAMP(6) - INTERVAL ${LONGEST_HOURS} HOUR`,
    );
    await this.sql.house(
      "INSERT INTO backup_run (id, name, state, place, started_at) VALUES (?, ?, 'running', ?, UTC_TIMESTAMP(6))",
      [uuid7(), name, place.slice(0, 500)],
    );
  }

  async made({ data, keys }: Pick<MadeBackup, 'data' | 'keys'>): Promise<void> {
    const bytes = [...data.objects, ...keys.objects].reduce((sum, one) => sum + one.bytes, 0);
    const rows = Object.values(data.rows).reduce((sum, count) => sum + count, 0);
    await this.work.runApart(async () => {
      await this.sql.house(
        "UPDATE backup_run SET state = 'made', made_at = UTC_TIMESTAMP(6), bytes = ?, row_count = ? WHERE name = ?",
        [bytes, rows, data.name],
      );
      this.note('backup.created', 'success', { name: data.name, bytes, rows, sealed: data.audit.sealed });
    });
  }

  /** What a proof found; also of a backup this database knows nothing of. */
  async proved(name: string, proof: Proof): Promise<void> {
    const ok = proof.problems.length === 0;
    await this.work.runApart(async () => {
      await this.sql.house(
        `UPDATE backup_run SET state = ?, verified_at = IF(?, UTC_TIMESTAMP(6), verified_at), restore_ms = ?, problem = ?
         WHERE name = ?`,
        [ok ? 'verified' : 'failed', ok, proof.milliseconds, inShort(proof.problems.join(' ')), name],
      );
      const { problems, ...figures } = proof;
      this.note('backup.verified', ok ? 'success' : 'failure', { name, ...figures, problems: problems.slice(0, 5) });
    });
  }

  async failed(name: string, problem: string): Promise<void> {
    await this.work.runApart(async () => {
      await this.sql.house("UPDATE backup_run SET state = 'failed', problem = ? WHERE name = ?", [
        inShort(problem),
        name,
      ]);
      this.note('backup.failed', 'failure', { name, problem: inShort(problem) });
    });
  }

  async removed(names: readonly string[], kind: 'data' | 'keys'): Promise<void> {
    await this.work.runApart(async () => {
      if (kind === 'data')
        for (const name of names)
          await this.sql.house('UPDATE backup_run SET removed_at = UTC_TIMESTAMP(6) WHERE name = ?', [name]);
      this.note('backup.pruned', 'success', { kind, names: names.slice(0, 50), removed: names.length });
    });
  }

  private note(action: string, outcome: 'success' | 'failure', details: Record<string, unknown>): void {
    this.recorder.record({ action, category: 'admin', outcome, details });
  }
}

const inShort = (text: string): string | null => (text === '' ? null : text.slice(0, PROBLEM_CHARS));
