import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../context';
import { Sql } from '../../database';
import { Conflict, NotFound } from '../../errors';

/** Asked for by one person, approved by another, done a week later; withdrawn by anybody before. */
export const SHREDDING_STATE = ['asked', 'approved', 'done', 'withdrawn'] as const;
export type ShreddingState = (typeof SHREDDING_STATE)[number];

/** Days between the approval and the end of the keys. */
export const WAITING_DAYS = 7;
/** Days a key backup is kept: for so long a copy of destroyed keys may still exist. */
export const KEY_BACKUP_DAYS = 35;

/** One organisation on its way to be shredded. */
export interface Shredding {
  id: string;
  organisation: string;
  state: ShreddingState;
  reason: string;
  askedBy: string;
  askedName: string;
  askedAt: string;
  approvedName: string | null;
  approvedAt: string | null;
  dueAt: string | null;
  endedAt: string | null;
  copiesUntil: string | null;
}

const COLUMNS = `id, owner_id AS organisation, state, reason, asked_by AS askedBy, asked_name AS askedName, asked_at AS askedAt,
  approved_name AS approvedName, approved_at AS approvedAt, due_at AS dueAt, ended_at AS endedAt, copies_until AS copiesUntil`;

/** The books about shredded organisations. */
@Injectable()
export class ShreddingRows {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  async recent(limit: number): Promise<Shredding[]> {
    return this.sql.house<Shredding>(
      `SELECT ${COLUMNS} FROM shredding ORDER BY ended_at IS NOT NULL, asked_at DESC LIMIT ?`,
      [limit],
    );
  }

  /** The row, held until the unit of work commits; throws NotFound. */
  async hold(id: string): Promise<Shredding> {
    const [row] = await this.sql.house<Shredding>(`SELECT ${COLUMNS} FROM shredding WHERE id = ? FOR UPDATE`, [id]);
    if (!row) throw new NotFound('shredding');
    return row;
  }

  /** Approved, and the week is over. */
  async due(): Promise<string[]> {
    const rows = await this.sql.house<{ id: string }>(
      "SELECT id FROM shredding WHERE state = 'approved' AND due_at <= UTC_TIMESTAMP(6) ORDER BY due_at LIMIT 50",
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the keys of an organisation are gone for good. */
  async shredded(organisation: string): Promise<boolean> {
    const [row] = await this.sql.house("SELECT id FROM shredding WHERE owner_id = ? AND state = 'done' LIMIT 1", [
      organisation,
    ]);
    return row !== undefined;
  }

  async ask(organisation: string, reason: string): Promise<string> {
    const id = uuid7();
    const { id: by, name } = this.context.actor;
    const { affectedRows } = (await this.sql.house(
      `INSERT IGNORE INTO shredding (id, owner_id, state, reason, asked_by, asked_name, asked_at)
       VALUES (?, ?, 'asked', ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, organisation, reason, by, name],
    )) as unknown as { affectedRows: number };
    if (affectedRows === 1) return id;
    throw new Conflict('shredding.asked', { detail: 'Shredding this client was asked for already.' });
  }

  async approve(id: string): Promise<void> {
    const { id: by, name } = this.context.actor;
    await this.sql.house(
      `UPDATE shredding SET state = 'approved', approved_by = ?, approved_name = ?, approved_at = UTC_TIMESTAMP(6),
         due_at = UTC_TIMESTAMP(6) + INTERVAL ? DAY WHERE id = ?`,
      [by, name, WAITING_DAYS, id],
    );
  }

  /** Ends what is under way for an organisation that came back; answers whether anything was. */
  async stop(organisation: string): Promise<boolean> {
    const { affectedRows } = (await this.sql.house(
      "UPDATE shredding SET state = 'withdrawn', ended_at = UTC_TIMESTAMP(6) WHERE owner_id = ? AND ended_at IS NULL",
      [organisation],
    )) as unknown as { affectedRows: number };
    return affectedRows > 0;
  }

  async end(id: string, state: 'done' | 'withdrawn'): Promise<void> {
    await this.sql.house(
      `UPDATE shredding SET state = ?, ended_at = UTC_TIMESTAMP(6),
         copies_until = IF(? = 'done', UTC_TIMESTAMP(6) + INTERVAL ? DAY, NULL) WHERE id = ?`,
      [state, state, KEY_BACKUP_DAYS, id],
    );
  }
}
