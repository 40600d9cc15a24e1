import type { Sql } from '../../platform/database';

/**
 * How many people own an organisation right now and without an end, not counting the membership `except`. The
 * organisation must lie in the scope.
 */
export async function ownersLeft(
  sql: Sql,
  { organisationId, roleId }: { organisationId: string; roleId: string },
  except: string | null = null,
): Promise<number> {
  const [owners] = await sql.scoped<{ left: number }>(
    `SELECT COUNT(*) AS \`left\` FROM membership m JOIN user_account u ON u.id = m.user_id
     WHERE m.organisation_id IN (:scope) AND m.organisation_id = ? AND m.role_id = ? AND m.archived_at IS NULL AND u.state = 'active'
       AND (m.valid_from IS NULL OR m.valid_from <= UTC_DATE()) AND m.valid_until IS NULL AND (? IS NULL OR m.id <> ?)`,
    [organisationId, roleId, except, except],
  );
  return Number(owners?.left ?? 0);
}
