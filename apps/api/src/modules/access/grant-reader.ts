import { Injectable } from '@nestjs/common';
import { isPermission, type Permission } from '../../platform/authorize';
import type { Grant } from '../../platform/context';
import { Sql } from '../../platform/database';

interface MembershipRow {
  organisationId: string;
  slug: string;
  archivedAt: string | null;
  permissions: string;
  validFrom: string | null;
  validUntil: string | null;
}

/** Permission sets kept per process; the oldest goes first. */
const KEPT = 2000;

interface Known {
  epoch: number;
  rows: readonly MembershipRow[];
  /** The grants of one day: memberships begin and end with days. */
  day: string;
  grants: ReadonlyMap<string, Grant>;
}

/** What a person may do where. Cached under (user, epoch, day): every change of rights raises the epoch, so it counts on the next request. */
@Injectable()
export class GrantReader {
  private readonly cache = new Map<string, Known>();

  constructor(private readonly sql: Sql) {}

  /** The grants of a user at `today` (YYYY-MM-DD). */
  async read(userId: string, epoch: number, today: string): Promise<ReadonlyMap<string, Grant>> {
    const known = this.cache.get(userId);
    if (known?.epoch === epoch && known.day === today) return known.grants;
    const rows = known?.epoch === epoch ? known.rows : await this.load(userId);
    const grants = collect(rows.filter((row) => (row.validFrom ?? '') <= today && today <= (row.validUntil ?? '9999')));
    if (this.cache.size >= KEPT) this.cache.delete(this.cache.keys().next().value as string);
    this.cache.set(userId, { epoch, rows, day: today, grants });
    return grants;
  }

  private async load(userId: string): Promise<readonly MembershipRow[]> {
    return this.sql.house<MembershipRow>(
      `SELECT m.organisation_id AS organisationId, o.slug, o.archived_at AS archivedAt, r.permissions, m.valid_from AS validFrom, m.valid_until AS validUntil
       FROM membership m JOIN role r ON r.id = m.role_id JOIN organisation o ON o.id = m.organisation_id
       WHERE m.user_id = ? AND m.archived_at IS NULL AND r.archived_at IS NULL /* a person's own roles */`,
      [userId],
    );
  }
}

function collect(rows: readonly MembershipRow[]): ReadonlyMap<string, Grant> {
  const grants = new Map<string, { organisationId: string; slug: string; permissions: Set<Permission> }>();
  for (const row of rows) {
    const grant = grants.get(row.organisationId) ?? {
      organisationId: row.organisationId,
      slug: row.slug,
      permissions: new Set<Permission>(),
    };
    for (const code of JSON.parse(row.permissions) as string[]) if (isPermission(code)) grant.permissions.add(code);
    grants.set(row.organisationId, grant);
  }
  return grants;
}
