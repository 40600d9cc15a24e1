import { Injectable } from '@nestjs/common';
import { uuid7, type Purpose } from '@st0r/crypto';
import { Sql } from '../../database';
import { Conflict } from '../../errors';
import type { KeyOwner } from './data-key-rows';
import type { Moved } from './rekeying';

/** Why a key is replaced: somebody asked, it is a year old, or it sealed too much. */
export const ROTATION_REASON = ['asked', 'age', 'writes'] as const;
export type RotationReason = (typeof ROTATION_REASON)[number];

/** Values move; then everybody gets time to finish what began before; then the old key is destroyed, or still needed. */
export const ROTATION_STATE = ['moving', 'resting', 'done', 'blocked'] as const;
export type RotationState = (typeof ROTATION_STATE)[number];

/** One replacement of one data key. */
export interface Rotation {
  id: string;
  organisation: string;
  purpose: Purpose;
  fromVersion: number;
  toVersion: number;
  reason: RotationReason;
  state: RotationState;
  total: number;
  done: number;
  dead: number;
  startedAt: string;
  finishedAt: string | null;
  /** Seconds since everything had moved. */
  restedSeconds: number | null;
}

const COLUMNS = `id, owner_id AS organisation, purpose, from_version AS fromVersion, to_version AS toVersion, reason, state,
  total, done, dead, started_at AS startedAt, finished_at AS finishedAt,
  TIMESTAMPDIFF(SECOND, rested_at, UTC_TIMESTAMP(6)) AS restedSeconds`;

/** The books about replaced keys. */
@Injectable()
export class RotationRows {
  constructor(private readonly sql: Sql) {}

  async get(id: string): Promise<Rotation | undefined> {
    const [row] = await this.sql.house<Rotation>(`SELECT ${COLUMNS} FROM key_rotation WHERE id = ?`, [id]);
    return row;
  }

  /** What runs, and what ended last. */
  async recent(limit: number): Promise<Rotation[]> {
    return this.sql.house<Rotation>(
      `SELECT ${COLUMNS} FROM key_rotation ORDER BY finished_at IS NOT NULL, started_at DESC, id DESC LIMIT ?`,
      [limit],
    );
  }

  /** What has not ended, the oldest first: somebody has to carry it on. */
  async open(): Promise<Rotation[]> {
    return this.sql.house<Rotation>(
      `SELECT ${COLUMNS} FROM key_rotation WHERE finished_at IS NULL ORDER BY started_at LIMIT 1000`,
    );
  }

  /** Opens the book; refused while the same key is being replaced already. */
  async begin(owner: KeyOwner, versions: { from: number; to: number }, reason: RotationReason): Promise<string> {
    const id = uuid7();
    const { affectedRows } = (await this.sql.house(
      `INSERT IGNORE INTO key_rotation (id, owner_id, purpose, from_version, to_version, reason, state, total, done, started_at)
       VALUES (?, ?, ?, ?, ?, ?, 'moving', 0, 0, UTC_TIMESTAMP(6))`,
      [id, owner.organisation, owner.purpose, versions.from, versions.to, reason],
    )) as unknown as { affectedRows: number };
    if (affectedRows === 1) return id;
    throw new Conflict('data_key.rotating', { detail: 'This key is being replaced already. Wait until that is done.' });
  }

  async expect(id: string, total: number): Promise<void> {
    await this.sql.house('UPDATE key_rotation SET total = GREATEST(total, ?) WHERE id = ?', [total, id]);
  }

  async moved(id: string, { done }: Moved): Promise<void> {
    await this.sql.house('UPDATE key_rotation SET done = done + ?, total = GREATEST(total, done) WHERE id = ?', [
      done,
      id,
    ]);
  }

  async rest(id: string): Promise<void> {
    await this.sql.house(
      "UPDATE key_rotation SET state = 'resting', rested_at = UTC_TIMESTAMP(6) WHERE id = ? AND state <> 'resting'",
      [id],
    );
  }

  /** Back to work: something was found that still needs the old key. */
  async wake(id: string): Promise<void> {
    await this.sql.house("UPDATE key_rotation SET state = 'moving', rested_at = NULL, dead = 0 WHERE id = ?", [id]);
  }

  async block(id: string, dead: number): Promise<void> {
    await this.sql.house("UPDATE key_rotation SET state = 'blocked', dead = ? WHERE id = ?", [dead, id]);
  }

  async end(id: string): Promise<void> {
    await this.sql.house("UPDATE key_rotation SET state = 'done', finished_at = UTC_TIMESTAMP(6) WHERE id = ?", [id]);
  }
}
