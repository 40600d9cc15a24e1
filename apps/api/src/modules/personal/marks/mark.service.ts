import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../platform/context';
import { Sql, searchableTypes } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { MarkDto } from './mark.dto';

/** Why a record is kept at hand. */
export type MarkKind = 'favourite' | 'recent';

interface Entry {
  type: string;
  id: string;
  organisationId: string;
}

const LIMITS: Readonly<Record<MarkKind, number>> = { recent: 50, favourite: 200 };

/** Favourites and recents of the person signed in. */
@Injectable()
export class MarkService {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  /** The newest first. Titles are those of now, for records the person may see now. */
  async list(kind: MarkKind): Promise<MarkDto[]> {
    const rows = await this.sql.among<Entry & Record<string, unknown>>(
      [...this.context.actor.grants.keys()],
      `SELECT e.type, e.id, e.title, e.subtitle, e.organisation_id AS organisationId, m.marked_at AS markedAt,
         o.slug, o.name, o.colour
       FROM record_mark m
       JOIN search_entry e ON e.organisation_id = m.organisation_id AND e.id = m.record_id AND e.archived = 0
       JOIN organisation o ON o.id = m.organisation_id AND o.archived_at IS NULL
       WHERE m.user_id = ? AND m.kind = ? ORDER BY m.marked_at DESC LIMIT ${LIMITS[kind]}`,
      [this.context.actor.id, kind],
    );
    return rows
      .filter((row) => this.sees(row))
      .map(({ organisationId: id, slug, name, colour, ...row }) =>
        present(MarkDto, { ...row, organisation: { id, slug, name, colour } }),
      );
  }

  /** Marks a favourite. */
  async add(id: string): Promise<void> {
    const [entry] = await this.entries([id]);
    if (!entry) throw new NotFound('record');
    const { id: user } = this.context.actor;
    await this.requireRoom(user);
    await this.sql.house(
      `INSERT INTO record_mark (user_id, kind, record_id, organisation_id, marked_at) VALUES (?, 'favourite', ?, ?, NOW(6))
       ON DUPLICATE KEY UPDATE marked_at = marked_at`,
      [user, id, entry.organisationId],
    );
  }

  /** Remembers records in the order they were opened. One that is not there, or not theirs to see, is passed over. */
  async opened(ids: readonly string[]): Promise<void> {
    const { id: user } = this.context.actor;
    const latest = [...new Set([...ids].reverse())].reverse();
    const seen = new Map((await this.entries(latest)).map((entry) => [entry.id, entry]));
    const rows = latest.flatMap((id) => seen.get(id) ?? []);
    if (rows.length === 0) return;
    await this.sql.house(
      `INSERT INTO record_mark (user_id, kind, record_id, organisation_id, marked_at)
       VALUES ${rows.map((_, at) => `(?, 'recent', ?, ?, NOW(6) - INTERVAL ${rows.length - 1 - at} MICROSECOND)`).join(', ')}
       ON DUPLICATE KEY UPDATE marked_at = VALUES(marked_at)`,
      rows.flatMap((row) => [user, row.id, row.organisationId]),
    );
    await this.forgetOldest(user);
  }

  async remove(kind: MarkKind, id: string): Promise<void> {
    await this.sql.house('DELETE FROM record_mark WHERE user_id = ? AND kind = ? AND record_id = ?', [
      this.context.actor.id,
      kind,
      id,
    ]);
  }

  async clear(kind: MarkKind): Promise<void> {
    await this.sql.house('DELETE FROM record_mark WHERE user_id = ? AND kind = ?', [this.context.actor.id, kind]);
  }

  /** Those of the palette's index that the person may see. */
  private async entries(ids: readonly string[]): Promise<Entry[]> {
    const organisations = [...this.context.actor.grants.keys()];
    if (organisations.length === 0 || ids.length === 0) return [];
    const marks = (many: readonly string[]): string => many.map(() => '?').join(', ');
    const entries = await this.sql.among<Entry>(
      organisations,
      `SELECT type, id, organisation_id AS organisationId FROM search_entry
       WHERE organisation_id IN (${marks(organisations)}) AND id IN (${marks(ids)})`,
      [...organisations, ...ids],
    );
    return entries.filter((entry) => this.sees(entry));
  }

  private sees({ type, organisationId }: Entry): boolean {
    const permission = searchableTypes().get(type)?.permission;
    const held = this.context.actor.grants.get(organisationId)?.permissions;
    return permission !== undefined && held?.has(permission) === true;
  }

  private async requireRoom(user: string): Promise<void> {
    const [row] = await this.sql.house<{ n: number }>(
      "SELECT COUNT(*) AS n FROM record_mark WHERE user_id = ? AND kind = 'favourite'",
      [user],
    );
    if (Number(row?.n ?? 0) < LIMITS.favourite) return;
    throw new Conflict('mark.too_many', { detail: `At most ${LIMITS.favourite} favourites. Take one away first.` });
  }

  private async forgetOldest(user: string): Promise<void> {
    const [last] = await this.sql.house<{ markedAt: string }>(
      `SELECT marked_at AS markedAt FROM record_mark WHERE user_id = ? AND kind = 'recent'
       ORDER BY marked_at DESC LIMIT 1 OFFSET ${LIMITS.recent}`,
      [user],
    );
    if (last)
      await this.sql.house("DELETE FROM record_mark WHERE user_id = ? AND kind = 'recent' AND marked_at <= ?", [
        user,
        last.markedAt,
      ]);
  }
}
