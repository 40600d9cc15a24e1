import type { Sql } from '../../../platform/database';

const BATCH = 2000;

/** `credential/field` -> the revision the audit log last recorded for it, null where it was taken away; for the scope's one organisation. */
export async function revisionsInLog(sql: Sql): Promise<Map<string, number | null>> {
  const known = new Map<string, number | null>();
  let after = 0;
  for (;;) {
    const rows = await sql.scoped<{ n: number; credentialId: string; details: string }>(
      `SELECT n, target_id AS credentialId, details FROM event
       WHERE organisation_id IN (:scope) AND n > ? AND target_type = 'credential'
         AND action IN ('credential.created', 'credential.updated', 'credential.reverted') AND details IS NOT NULL
       ORDER BY n LIMIT ${BATCH}`,
      [after],
    );
    for (const { credentialId, details } of rows) {
      const { revisions = {} } = JSON.parse(details) as { revisions?: Record<string, number | null> };
      for (const [field, revision] of Object.entries(revisions)) known.set(`${credentialId}/${field}`, revision);
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return known;
    after = Number(last.n);
  }
}
