import { Injectable } from '@nestjs/common';
import { VaultOpenError } from '@st0r/crypto';
import type { ListQuery } from '@st0r/list-query';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { VaultKeys } from '../keys/vault-keys.service';
import { CredentialLinks } from './credential-links';
import { spelled } from './credential-fields';
import { SealedFields, type FieldFacts } from './sealed-fields';

type Row = Record<string, unknown>;
/** Credentials whose user names and addresses one search may open. */
const SEARCHED = 10_000;
const DAY_MS = 86_400_000;

/** What a reader sees beside the columns: opened identifiers, facts about secrets, reuse and links. */
@Injectable()
export class CredentialReader {
  constructor(
    private readonly fields: SealedFields,
    private readonly links: CredentialLinks,
    private readonly keys: VaultKeys,
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  /** Adds everything readable to plain rows, in three statements however many rows there are. */
  async complete(rows: readonly Row[]): Promise<void> {
    const ids = rows.map((row) => String(row['id']));
    const facts = await this.fields.facts(ids);
    const links = await this.links.of(ids);
    const reused = await this.reuse(ids);
    const byId = Map.groupBy(facts, (fact) => fact.credentialId);
    const linksById = Map.groupBy(links, (link) => link.credentialId);
    for (const row of rows) {
      const id = String(row['id']);
      Object.assign(row, await this.opened(byId.get(id) ?? [], row['secretChangedAt']));
      row['links'] = linksById.get(id) ?? [];
      row['reusedCount'] = reused.get(id) ?? 0;
      row['secretAgeDays'] = ageDays(row['secretChangedAt']);
    }
  }

  /** Replaces the search text by one that also looks into the sealed user names and addresses. */
  async withWords(query: ListQuery): Promise<ListQuery> {
    if (!query.q) return query;
    const { q, ...rest } = query;
    const like = `%${q.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
    const ids = await this.idsWith(q);
    return { ...rest, filters: [...query.filters, { field: 'words', operator: 'eq', values: [like, ...ids] }] };
  }

  /** Ids whose user name or address contains the words; one organisation at a time, so that the effort stays bounded. */
  private async idsWith(words: string): Promise<string[]> {
    if (this.context.scope.length !== 1) return [];
    const rows = await this.sql.scoped<FieldFacts & { blob: Buffer }>(
      `SELECT organisation_id AS organisationId, credential_id AS credentialId, field, revision, \`blob\`
       FROM credential_field WHERE organisation_id IN (:scope) AND field IN ('username', 'url') LIMIT ?`,
      [SEARCHED * 2],
    );
    await this.keys.prepare(this.context.scope, 'vault');
    const wanted = fold(words);
    const found = new Set<string>();
    for (const row of rows) {
      const text = await this.fields.unseal(row).catch(() => '');
      if (fold(text).includes(wanted)) found.add(row.credentialId);
    }
    return [...found];
  }

  private async opened(facts: readonly FieldFacts[], passwordChangedAt: unknown): Promise<Row> {
    const fields: Row = {};
    const unreadable: string[] = [];
    const secrets = facts
      .filter((fact) => fact.class === 'S')
      .map(({ field, revision, changedAt }) => ({
        field: spelled(field),
        revision,
        // A password may be older than the value we keep of it.
        changedAt: field === 'password' ? (passwordChangedAt ?? changedAt) : changedAt,
      }));
    for (const fact of facts) {
      if (!fact.blob) continue;
      try {
        fields[spelled(fact.field)] = await this.fields.unseal({ ...fact, blob: fact.blob });
      } catch (error) {
        if (!(error instanceof VaultOpenError)) throw error;
        unreadable.push(spelled(fact.field));
      }
    }
    return { fields, secrets, unreadable };
  }

  private async reuse(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.scoped<{ id: string; others: number }>(
      `SELECT c.id, COUNT(o.id) AS others FROM credential c
       JOIN credential o ON o.organisation_id = c.organisation_id AND o.reuse_index = c.reuse_index
         AND o.id <> c.id AND o.archived_at IS NULL
       WHERE c.organisation_id IN (:scope) AND c.id IN (${ids.map(() => '?').join(', ')}) GROUP BY c.id`,
      ids,
    );
    return new Map(rows.map((row) => [row.id, Number(row.others)]));
  }
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function ageDays(changedAt: unknown): number | null {
  if (!changedAt) return null;
  const at = changedAt instanceof Date ? changedAt : new Date(`${String(changedAt).replace(' ', 'T')}Z`);
  return Math.max(0, Math.floor((Date.now() - at.getTime()) / DAY_MS));
}
