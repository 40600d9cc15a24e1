import { Injectable } from '@nestjs/common';
import { VaultOpenError } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { SealedFields, type SealedValue } from '../credentials/sealed-fields';
import type { CredentialField } from '../credentials/credential-fields';
import { CanaryCheck, type SilentCanary } from '../keys/canary-check.service';
import { HouseScope } from '../keys/house-scope';
import { revisionsInLog } from './revisions-in-log';

/** One sealed value that does not open, or is not the one the log knows. */
export interface VaultFinding {
  organisationId: string;
  table: 'credential_field' | 'credential_past_field';
  credentialId: string;
  field: CredentialField;
  revision: number;
  reason: string;
}

/** What a walk through the whole vault found. */
export interface VaultReport {
  /** Every key proved itself and every value opened at its logged revision. */
  ok: boolean;
  organisations: number;
  keys: number;
  fields: number;
  silentKeys: SilentCanary[];
  findings: VaultFinding[];
}

type Row = SealedValue & { id: string };
const BATCH = 500;
const TABLES = ['credential_field', 'credential_past_field'] as const;

/** `st0r vault verify`: opens every sealed value of every organisation and compares revisions with the audit log. */
@Injectable()
export class VaultVerifier {
  constructor(
    private readonly house: HouseScope,
    private readonly canaries: CanaryCheck,
    private readonly fields: SealedFields,
    private readonly sql: Sql,
  ) {}

  /** Walks everything; opens its own context, changes nothing, names every row that fails. */
  verify(): Promise<VaultReport> {
    return this.house.everywhere(async (organisations) => {
      const report: VaultReport = { ok: true, organisations: 0, keys: 0, fields: 0, silentKeys: [], findings: [] };
      for (const organisation of organisations)
        await this.house.within(organisation, () => this.organisation(organisation, report));
      report.ok = report.silentKeys.length + report.findings.length === 0;
      return report;
    });
  }

  private async organisation(organisationId: string, report: VaultReport): Promise<void> {
    const { checked, silent } = await this.canaries.check();
    report.organisations += 1;
    report.keys += checked;
    report.silentKeys.push(...silent);
    for (const table of TABLES) await this.table(table, report);
    report.findings.push(...(await this.rollbacks(organisationId)));
  }

  // The names first: asked for "the next ones after this", the database walks over everything before them each time.
  private async table(table: (typeof TABLES)[number], report: VaultReport): Promise<void> {
    const all = await this.sql.scoped<{ id: string }>(
      `SELECT id FROM ${table} WHERE organisation_id IN (:scope) ORDER BY id`,
    );
    for (let at = 0; at < all.length; at += BATCH) {
      const ids = all.slice(at, at + BATCH).map(({ id }) => id);
      const rows = await this.sql.scoped<Row>(
        `SELECT id, organisation_id AS organisationId, credential_id AS credentialId, field, revision, \`blob\`
         FROM ${table} WHERE organisation_id IN (:scope) AND id IN (${ids.map(() => '?').join(', ')}) ORDER BY id`,
        ids,
      );
      report.fields += rows.length;
      for (const row of rows) {
        const reason = await this.reasonOf(row);
        if (reason) report.findings.push({ ...factsOf(row), table, reason });
      }
    }
  }

  private async reasonOf(row: Row): Promise<string | null> {
    try {
      await this.fields.unseal(row);
      return null;
    } catch (error) {
      if (error instanceof VaultOpenError) return error.reason;
      throw error;
    }
  }

  /** By the log, which nobody rewrites: a table that says so is not enough to look away from missing values. */
  private async shredded(): Promise<boolean> {
    const rows = await this.sql.scoped(
      "SELECT n FROM event WHERE organisation_id IN (:scope) AND action = 'organisation.shredded' LIMIT 1",
    );
    return rows.length > 0;
  }

  /** A row put back together with its older revision opens; only the log remembers that there was a newer one. */
  private async rollbacks(organisationId: string): Promise<VaultFinding[]> {
    if (await this.shredded()) return [];
    const logged = await revisionsInLog(this.sql);
    const rows = await this.sql.scoped<Omit<SealedValue, 'blob'>>(
      `SELECT organisation_id AS organisationId, credential_id AS credentialId, field, revision
       FROM credential_field WHERE organisation_id IN (:scope)`,
    );
    const present = new Map(rows.map((row) => [`${row.credentialId}/${row.field}`, row.revision]));
    // What the log no longer holds (retention) cannot be compared; what it says was taken away must be gone.
    return [...logged].flatMap(([slot, known]) => {
      const now = present.get(slot) ?? null;
      if (now === known) return [];
      const [credentialId = '', field = ''] = slot.split('/');
      const reason = `revision ${now ?? 'none'}, the log says ${known ?? 'none'}`;
      const facts = { organisationId, credentialId, field: field as CredentialField, revision: now ?? 0 };
      return [{ ...facts, table: 'credential_field' as const, reason }];
    });
  }
}

const factsOf = ({ organisationId, credentialId, field, revision }: Row) => ({
  organisationId,
  credentialId,
  field,
  revision,
});
