import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { declareForgotten } from '../../../platform/keys';
import type { SealedValue } from '../credentials/sealed-fields';

declareForgotten({ table: 'credential_breach', columns: ['state'] });

/** What a list of stolen passwords said about one. What could not be asked is unknown, and never clean. */
export const BREACH_STATES = ['breached', 'clean', 'unknown'] as const;
export type BreachState = (typeof BREACH_STATES)[number];

/** A password to be asked about, still sealed. */
export type WaitingPassword = SealedValue & { name: string; known: BreachState | null };

/** An answer counts for the very password it was given about. */
const SAME =
  "b.organisation_id = f.organisation_id AND b.credential_id = f.credential_id AND f.field = 'password' AND b.revision = f.revision";

/** That nothing was found is believed so long: lists grow, and perhaps nobody can be asked any more. */
const CLEAN_FOR = 'INTERVAL 48 HOUR';

/** What is known of a present password; nobody knows anything of one that was not asked about. */
const KNOWN = `IF(b.state = 'breached' OR b.state = 'clean' AND b.checked_at > UTC_TIMESTAMP(6) - ${CLEAN_FOR}, b.state, 'unknown')`;

/** A condition on a credential under this name: it has a password, which is in one of these states. */
export const inBreachState = (credential: string, states: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM credential_field f ${states.includes('unknown') ? 'LEFT JOIN' : 'JOIN'} credential_breach b ON ${SAME}
   WHERE f.organisation_id = ${credential}.organisation_id AND f.credential_id = ${credential}.id AND f.field = 'password'
     AND ${KNOWN} IN (${BREACH_STATES.filter((state) => states.includes(state)).map((state) => `'${state}'`)}))`;

/** Asked again when so much time has passed: lists grow. */
const ASKED_AGAIN = 'INTERVAL 20 HOUR';
/** More than a round comes through in its time. */
const MOST = 50_000;

/** Answers about passwords, and those still to be asked for; of one organisation, which is in scope. */
@Injectable()
export class BreachBook {
  constructor(private readonly sql: Sql) {}

  /**
   * The credentials to ask about: those nobody has asked about as they are now, then those asked about longest ago, so that
   * a round begins with what the last one did not come to. What stays breached without an answer waits at the end, or it
   * would be first every day. Archived credentials are nobody's way in.
   */
  async due(): Promise<string[]> {
    const rows = await this.sql.scoped<{ id: string }>(
      `SELECT c.id FROM breach_watch w JOIN credential c ON c.organisation_id = w.organisation_id
       JOIN credential_field f ON f.organisation_id = c.organisation_id AND f.credential_id = c.id AND f.field = 'password'
       LEFT JOIN credential_breach b ON ${SAME}
       WHERE w.organisation_id IN (:scope) AND c.archived_at IS NULL
         AND (b.state IS NULL OR b.state = 'unknown' OR b.checked_at < UTC_TIMESTAMP(6) - ${ASKED_AGAIN})
       ORDER BY b.state IS NOT NULL, b.state = 'breached' AND b.checked_at < UTC_TIMESTAMP(6) - ${CLEAN_FOR}, b.checked_at, c.id
       LIMIT ${MOST}`,
    );
    return rows.map(({ id }) => id);
  }

  /** The password of a credential as it is now; null where there is none any more, undefined once nobody wants it asked. */
  async waiting(credentialId: string): Promise<WaitingPassword | null | undefined> {
    const [row] = await this.sql.scoped<WaitingPassword>(
      `SELECT w.organisation_id AS organisationId, f.credential_id AS credentialId, f.field, f.revision, f.\`blob\`, c.name, b.state AS known
       FROM breach_watch w
       LEFT JOIN (credential c JOIN credential_field f ON f.organisation_id = c.organisation_id AND f.credential_id = c.id)
         ON c.organisation_id = w.organisation_id AND c.id = ? AND c.archived_at IS NULL AND f.field = 'password'
       LEFT JOIN credential_breach b ON ${SAME}
       WHERE w.organisation_id IN (:scope)`,
      [credentialId],
    );
    return row && (row.credentialId ? row : null);
  }

  /** True where it was kept: not for a password changed meanwhile, nor after asking was switched off. */
  async keep({ organisationId, credentialId, revision }: WaitingPassword, state: BreachState): Promise<boolean> {
    if (!(await this.holdWatch(organisationId))) return false;
    // A password that was found stays found while nobody can be asked.
    const { affectedRows } = (await this.sql.house(
      `INSERT INTO credential_breach (organisation_id, credential_id, revision, state, checked_at)
       SELECT owner, id, present, ?, UTC_TIMESTAMP(6) FROM (
         SELECT f.organisation_id AS owner, f.credential_id AS id, f.revision AS present FROM credential_field f
         WHERE f.organisation_id = ? AND f.credential_id = ? AND f.field = 'password' AND f.revision = ?) password
       ON DUPLICATE KEY UPDATE
         checked_at = IF(revision = present AND state = 'breached' AND VALUES(state) = 'unknown', checked_at, VALUES(checked_at)),
         state = IF(revision = present AND state = 'breached' AND VALUES(state) = 'unknown', 'breached', VALUES(state)),
         revision = present`,
      [state, organisationId, credentialId, revision],
    )) as unknown as { affectedRows: number };
    return affectedRows > 0;
  }

  /**
   * Held to the end of this transaction: whoever switches it off waits for what is kept and deletes it, or is waited for. The
   * password itself is not held with it: whoever changes it takes its credential first, and this would take it last.
   */
  private async holdWatch(organisationId: string): Promise<boolean> {
    const rows = await this.sql.house(
      'SELECT organisation_id FROM breach_watch WHERE organisation_id = ? LOCK IN SHARE MODE',
      [organisationId],
    );
    return rows.length > 0;
  }

  /** How many passwords there are in scope, and of how many something is known. */
  async stand(): Promise<{ askable: number; asked: number; askedSince: string | null }> {
    const [row] = await this.sql.scoped<{ askable: number; asked: number; askedSince: string | null }>(
      `SELECT COUNT(*) AS askable, SUM(${KNOWN} <> 'unknown') AS asked, MIN(IF(${KNOWN} <> 'unknown', b.checked_at, NULL)) AS askedSince
       FROM credential c JOIN credential_field f ON f.organisation_id = c.organisation_id AND f.credential_id = c.id AND f.field = 'password'
       LEFT JOIN credential_breach b ON ${SAME}
       WHERE c.organisation_id IN (:scope) AND c.archived_at IS NULL`,
    );
    return {
      askable: Number(row?.askable ?? 0),
      asked: Number(row?.asked ?? 0),
      askedSince: row?.askedSince ?? null,
    };
  }
}
