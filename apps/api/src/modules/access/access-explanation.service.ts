import { Injectable } from '@nestjs/common';
import { isPermission } from '../../platform/authorize';
import { Sql } from '../../platform/database';
import type { AccessExplanationDto } from './access-explanation.dto';
import { PERMISSION_TEXTS } from './permission-texts';

interface Row {
  organisationId: string;
  organisation: string;
  role: string;
  permissions: string;
  state: string;
  validFrom: string | null;
  validUntil: string | null;
}

/** Answers "why can she?": every permission with the roles it comes from. */
@Injectable()
export class AccessExplanation {
  constructor(private readonly sql: Sql) {}

  /** In the organisations where the asker may read members. */
  async explain(userId: string): Promise<AccessExplanationDto[]> {
    const rows = await this.sql.scoped<Row>(
      `SELECT m.organisation_id AS organisationId, o.name AS organisation, r.name AS role, r.permissions, u.state, m.valid_from AS validFrom, m.valid_until AS validUntil
       FROM membership m JOIN organisation o ON o.id = m.organisation_id JOIN role r ON r.id = m.role_id JOIN user_account u ON u.id = m.user_id
       WHERE m.organisation_id IN (:scope) AND m.user_id = ? AND m.archived_at IS NULL ORDER BY o.name, r.name`,
      [userId],
    );
    const found = new Map<string, AccessExplanationDto>();
    for (const row of rows) for (const code of JSON.parse(row.permissions) as string[]) add(found, row, code);
    return [...found.values()].sort(
      (a, b) => a.organisation.localeCompare(b.organisation) || a.permission.localeCompare(b.permission),
    );
  }
}

function add(found: Map<string, AccessExplanationDto>, row: Row, code: string): void {
  if (!isPermission(code)) return;
  const key = `${row.organisationId} ${code}`;
  const butNot = reasonAgainst(row);
  const known = found.get(key);
  if (!known) {
    found.set(key, {
      organisationId: row.organisationId,
      organisation: row.organisation,
      permission: code,
      sentence: PERMISSION_TEXTS[code].sentence,
      through: [row.role],
      butNot,
    });
    return;
  }
  known.through.push(row.role);
  if (butNot === null) known.butNot = null;
}

function reasonAgainst(row: Row): string | null {
  const today = new Date().toISOString().slice(0, 10);
  if (row.state !== 'active')
    return row.state === 'invited' ? 'The invitation has not been accepted yet.' : 'The account is disabled.';
  if (row.validFrom && row.validFrom > today) return `The role starts on ${row.validFrom}.`;
  if (row.validUntil && row.validUntil < today) return `The role ended on ${row.validUntil}.`;
  return null;
}
