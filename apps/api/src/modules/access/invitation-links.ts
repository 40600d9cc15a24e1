import type { Sql } from '../../platform/database';

/** More waits for the person now: links that were shown to somebody end, those that went to their own mailbox stay. */
export async function endShownLinks(sql: Sql, userId: string): Promise<void> {
  await sql.house("DELETE FROM sign_in_link WHERE kind = 'invitation' AND user_id = ? AND mail_id IS NULL", [userId]);
}

/** The person came in another way. */
export async function endInvitationLinks(sql: Sql, userId: string): Promise<void> {
  await sql.house("DELETE FROM sign_in_link WHERE kind = 'invitation' AND user_id = ?", [userId]);
}

/** With the last role, wherever it was, the link ends too; a platform administrator was invited without one. */
export async function endLinksWithoutRole(sql: Sql, userId: string): Promise<void> {
  const left = await sql.house(
    "SELECT id FROM membership WHERE user_id = ? AND archived_at IS NULL LIMIT 1 /* a person's own roles */",
    [userId],
  );
  const [person] = await sql.house<{ platformAdmin: number }>(
    'SELECT platform_admin AS platformAdmin FROM user_account WHERE id = ?',
    [userId],
  );
  if (left.length === 0 && Number(person?.platformAdmin) !== 1) await endInvitationLinks(sql, userId);
}
