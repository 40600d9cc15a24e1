import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../../../platform/database';
import type { RequestRow } from './request-row';

const COLUMNS =
  'id, organisation_id, api_key_id, occurred_at, method, endpoint, status, bytes, milliseconds, ip, request_id';
/** Rows per statement and transaction. */
const BATCH = 500;

interface Sum {
  row: RequestRow;
  hour: string;
  requests: number;
  bytes: number;
  milliseconds: number;
}

/** Rows and their sums in the database. */
@Injectable()
export class RequestStore {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
  ) {}

  /** Stores rows once, however often they come: after a crash a segment is brought again. */
  async store(rows: readonly RequestRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      await this.work.run(() => this.batch(batch));
      // Apart from the batch, so that no row of a key is locked while thousands are written.
      await this.note(batch);
    }
  }

  private async batch(rows: readonly RequestRow[]): Promise<void> {
    const organisations = [...new Set(rows.map(({ organisationId }) => organisationId))];
    const known = await this.sql.everywhere<{ id: string }>(
      `SELECT id FROM api_request WHERE id IN (${rows.map(() => '?').join(', ')}) /* rows of the spool */`,
      rows.map(({ id }) => id),
    );
    const stored = new Set(known.map(({ id }) => id));
    const fresh = rows.filter(({ id }) => !stored.has(id));
    if (fresh.length === 0) return;
    await this.sql.among(
      organisations,
      `INSERT INTO api_request (${COLUMNS}) VALUES ${fresh.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      fresh.flatMap(valuesOf),
    );
    await this.add(sumsOf(fresh));
  }

  private async add(sums: readonly Sum[]): Promise<void> {
    await this.sql.among(
      sums.map(({ row }) => row.organisationId),
      `INSERT INTO api_usage (organisation_id, api_key_id, hour, method, endpoint, status, requests, bytes, milliseconds)
       VALUES ${sums.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE requests = requests + VALUES(requests), bytes = bytes + VALUES(bytes), milliseconds = milliseconds + VALUES(milliseconds)`,
      sums.flatMap(({ row, hour, requests, bytes, milliseconds }) => [
        ...[row.organisationId, row.keyId, hour, row.method, row.endpoint, row.status],
        ...[requests, bytes, milliseconds],
      ]),
    );
  }

  /** When and from where each key was used last; here, because a write per request would slow each of them. */
  private async note(rows: readonly RequestRow[]): Promise<void> {
    for (const row of new Map(rows.map((one) => [one.keyId, one])).values())
      await this.sql.house(
        `UPDATE api_key SET last_used_ip = IF(last_used_at IS NULL OR last_used_at <= ?, ?, last_used_ip), last_used_at = GREATEST(COALESCE(last_used_at, ?), ?)
         WHERE organisation_id = ? AND id = ?`,
        [at(row), row.ip, at(row), at(row), row.organisationId, row.keyId],
      );
  }
}

const at = ({ occurredAt }: RequestRow): string => occurredAt.replace('T', ' ').replace('Z', '');

const valuesOf = (row: RequestRow): unknown[] => [
  ...[row.id, row.organisationId, row.keyId, at(row), row.method, row.endpoint],
  ...[row.status, row.bytes, row.milliseconds, row.ip, row.requestId],
];

/** One sum per key, hour, route and status. */
function sumsOf(rows: readonly RequestRow[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const hour = `${at(row).slice(0, 13)}:00:00`;
    const name = [row.keyId, hour, row.method, row.endpoint, row.status].join(' ');
    const sum = sums.get(name) ?? { row, hour, requests: 0, bytes: 0, milliseconds: 0 };
    sum.requests += 1;
    sum.bytes += row.bytes;
    sum.milliseconds += row.milliseconds;
    sums.set(name, sum);
  }
  return [...sums.values()];
}
