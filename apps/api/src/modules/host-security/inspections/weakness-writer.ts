import { Injectable } from '@nestjs/common';
import { Repositories, Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { WeaknessEntity } from '../weaknesses/weakness.entity';
import type { Report } from '../reports/report';
import { rankOf, type Sighted } from './sighted';

const BATCH = 500;

/** How an inspection differs from the one before it. */
export interface Difference {
  readonly appeared: number;
  readonly vanished: number;
}

/** Writes down what is there, what came, and what is no more; nobody's decision is lost, and none covers more than it was taken for. */
@Injectable()
export class WeaknessWriter {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  /** Needs a unit of work. */
  async write({ source, subject }: Report, sighted: readonly Sighted[], at: Date): Promise<Difference> {
    const weaknesses = this.repositories.house(WeaknessEntity);
    const known = new Map((await weaknesses.find({ source, subject })).map((row) => [keyOf(row), row]));
    const fresh = sighted.filter((one) => !known.has(keyOf(one)));
    for (let from = 0; from < fresh.length; from += BATCH)
      await weaknesses.createMany(fresh.slice(from, from + BATCH).map((one) => draftOf({ source, subject }, one, at)));
    const again = sighted.flatMap((one) => pairOf(known.get(keyOf(one)), one));
    for (const { row, one } of again) if (differs(row, one)) await this.change(row, one);
    await this.seen(
      again.map(({ row }) => row.id),
      at,
    );
    const present = new Set(sighted.map(keyOf));
    const vanished = [...known].filter(([key, { goneAt }]) => !goneAt && !present.has(key)).map(([, { id }]) => id);
    await this.gone(vanished, at);
    return { appeared: fresh.length + again.filter(({ row }) => row.goneAt).length, vanished: vanished.length };
  }

  /** The version stays: that it was seen again is no change anybody could collide with. */
  private async seen(ids: readonly string[], at: Date): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH);
      const marks = some.map(() => '?').join(', ');
      await this.sql.house(`UPDATE weakness SET last_seen_at = ?, gone_at = NULL WHERE id IN (${marks})`, [
        at,
        ...some,
      ]);
    }
  }

  private async gone(ids: readonly string[], at: Date): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH);
      await this.sql.house(`UPDATE weakness SET gone_at = ? WHERE id IN (${some.map(() => '?').join(', ')})`, [
        at,
        ...some,
      ]);
    }
  }

  private async change(row: WeaknessEntity, one: Sighted): Promise<void> {
    const { severity, fixedIn, version, title, url } = one;
    await this.sql.house(
      `UPDATE weakness SET severity = ?, severity_rank = ?, fixed_in = ?, installed = ?, title = ?, url = ?,
         version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = ?`,
      [severity, rankOf(severity), fixedIn, version, title, url, row.id],
    );
    // Changed and held by now: a decision that came since this inspection read the row is seen here, and none comes after.
    if (outgrows(row, one)) await this.reopen(row);
  }

  private async reopen({ id, package: label, source, subject }: WeaknessEntity): Promise<void> {
    const [held] = await this.sql.house<{ decision: string | null }>('SELECT decision FROM weakness WHERE id = ?', [
      id,
    ]);
    const decision = held?.decision;
    if (!decision) return;
    await this.sql.house(
      `UPDATE weakness SET decision = NULL, reason = NULL, decided_until = NULL, decided_at = NULL, decided_name = NULL,
         version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = ?`,
      [id],
    );
    const details = { source, subject, decision, because: 'it changed' };
    const target = { type: 'weakness', id, label };
    this.events.record({ action: 'weakness.reopened', category: 'security', target, details });
  }
}

const keyOf = ({ identity }: { identity: Buffer }): string => Buffer.from(identity).toString('hex');

const pairOf = (row: WeaknessEntity | undefined, one: Sighted): { row: WeaknessEntity; one: Sighted }[] =>
  row ? [{ row, one }] : [];

function differs(row: WeaknessEntity, { severity, fixedIn, version, title, url }: Sighted): boolean {
  const same = row.severity === severity && row.fixedIn === fixedIn && row.installed === version && row.title === title;
  return !same || row.url !== url || row.goneAt !== null;
}

/** Worse than what was decided about, another update, or back after it was gone: somebody has to look again. */
const outgrows = (row: WeaknessEntity, { kind, severity, fixedIn }: Sighted): boolean =>
  row.goneAt !== null || rankOf(severity) > row.severityRank || (kind === 'update' && row.fixedIn !== fixedIn);

function draftOf({ source, subject }: Pick<Report, 'source' | 'subject'>, one: Sighted, at: Date) {
  const { version: installed, severity, ...facts } = one;
  const seen = { firstSeenAt: at, lastSeenAt: at, goneAt: null };
  const undecided = { decision: null, reason: null, decidedUntil: null, decidedAt: null, decidedName: null };
  return { ...facts, ...seen, ...undecided, source, subject, installed, severity, severityRank: rankOf(severity) };
}
