import { Injectable } from '@nestjs/common';
import { blobKeyVersion, openText, sealField, uuid7, VaultOpenError, type FieldPlace } from '@st0r/crypto';
import { Repositories, Sql } from '../../../platform/database';
import { Unavailable } from '../../../platform/errors';
import { Log } from '../../../platform/http';
import { VaultKeys } from '../keys/vault-keys.service';
import { FIELD_RULES, type CredentialField, type FieldClass } from './credential-fields';
import { CredentialFieldEntity, CredentialPastFieldEntity, type SealedFieldRow } from './credential-field.entity';

/** What is needed to open one sealed value. */
export type SealedValue = Pick<SealedFieldRow, 'organisationId' | 'credentialId' | 'field' | 'revision' | 'blob'>;
/** Field -> new value; null takes the field away. */
export type FieldChanges = Partial<Record<CredentialField, string | null>>;
/** Field -> its revision after the change; null where it was taken away. */
export type Revisions = Partial<Record<CredentialField, number | null>>;
type Owner = { id: string; organisationId: string };

/** A field as a list or page reads it: secrets come without their blob. */
export interface FieldFacts {
  organisationId: string;
  credentialId: string;
  field: CredentialField;
  class: FieldClass;
  revision: number;
  changedAt: string;
  blob: Buffer | null;
}

/** The one place that seals and opens fields of credentials. */
@Injectable()
export class SealedFields {
  constructor(
    private readonly keys: VaultKeys,
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly log: Log,
  ) {}

  /** Opens one value; the caller has checked the right to see it and records the event. */
  async open(value: SealedValue): Promise<string> {
    try {
      return await this.unseal(value);
    } catch (error) {
      if (!(error instanceof VaultOpenError)) throw error;
      this.log.error(`Vault: credential ${value.credentialId} ${value.field} r${value.revision}: ${error.reason}`);
      throw new Unavailable('vault.unreadable', error.message);
    }
  }

  /** Opens one value; throws VaultOpenError. */
  async unseal(value: SealedValue): Promise<string> {
    const key = await this.keys.version(value.organisationId, 'vault', blobKeyVersion(value.blob));
    return openText(key, placeOf(value), value.blob);
  }

  /** Facts of every field of the credentials, identifiers with their blob. */
  async facts(credentials: readonly string[]): Promise<FieldFacts[]> {
    if (credentials.length === 0) return [];
    const rows = await this.sql.scoped<FieldFacts>(
      `SELECT organisation_id AS organisationId, credential_id AS credentialId, field, class, revision,
         updated_at AS changedAt, IF(class = 'I', \`blob\`, NULL) AS \`blob\`
       FROM credential_field WHERE organisation_id IN (:scope) AND credential_id IN (${credentials.map(() => '?').join(', ')})
       ORDER BY field`,
      credentials,
    );
    await this.keys.prepare([...new Set(rows.map((row) => row.organisationId))], 'vault');
    return rows;
  }

  /** The present value of one field, still sealed. */
  present(owner: Owner, field: CredentialField): Promise<CredentialFieldEntity | null> {
    const { id: credentialId, organisationId } = owner;
    return this.current.findOne({ credentialId, organisationId, field });
  }

  /** The value a field had at a revision, still sealed. */
  async at(owner: Owner, field: CredentialField, revision: number): Promise<SealedFieldRow | null> {
    const where = { credentialId: owner.id, organisationId: owner.organisationId, field, revision };
    return (await this.current.findOne(where)) ?? (await this.past.findOne(where));
  }

  /** Seals the changes at their next revisions; what was there before is kept in the past. */
  async change(owner: Owner, changes: FieldChanges): Promise<Revisions> {
    const revisions: Revisions = {};
    await this.hold(owner);
    for (const [field, value] of Object.entries(changes) as [CredentialField, string | null][]) {
      const before = await this.present(owner, field);
      if (value === null && !before) continue;
      if (before) await this.bury(before);
      revisions[field] =
        value === null ? await this.takeAway(owner, field) : await this.put({ owner, field, before }, value);
    }
    return revisions;
  }

  /** Keeps the values from being sealed again meanwhile: what is buried must be what is there. */
  private async hold({ id, organisationId }: Owner): Promise<void> {
    await this.sql.scoped(
      `SELECT id FROM credential_field WHERE organisation_id IN (:scope) AND organisation_id = ? AND credential_id = ? FOR UPDATE`,
      [organisationId, id],
    );
  }

  private async put(at: { owner: Owner; field: CredentialField; before: CredentialFieldEntity | null }, value: string) {
    const { owner, field, before } = at;
    const revision = (before?.revision ?? (await this.lastRevision(owner, field))) + 1;
    const place = { organisationId: owner.organisationId, credentialId: owner.id, field, revision };
    const key = await this.keys.active(owner.organisationId, 'vault');
    const blob = sealField(key, placeOf(place), value);
    if (before) await this.current.update(before, { revision, blob });
    else await this.current.create({ ...place, id: uuid7(), class: FIELD_RULES[field].class, blob });
    return revision;
  }

  private async takeAway(owner: Owner, field: CredentialField): Promise<null> {
    await this.current.remove({ credentialId: owner.id, organisationId: owner.organisationId, field });
    return null;
  }

  private async bury({ organisationId, credentialId, field, class: kind, revision, blob }: CredentialFieldEntity) {
    await this.past.create({ organisationId, credentialId, field, class: kind, revision, blob });
  }

  /** A field put back after it was taken away counts on, or an older blob would fit again. */
  private async lastRevision(owner: Owner, field: CredentialField): Promise<number> {
    const where = { credentialId: owner.id, organisationId: owner.organisationId, field };
    const [last] = await this.past.find(where, { order: { revision: 'DESC' }, take: 1 });
    return last?.revision ?? 0;
  }

  private get current() {
    return this.repositories.of(CredentialFieldEntity);
  }

  private get past() {
    return this.repositories.of(CredentialPastFieldEntity);
  }
}

/** Everything a blob is bound to. */
export function placeOf(value: Omit<SealedValue, 'blob'>): FieldPlace {
  return {
    organisation: value.organisationId,
    purpose: 'vault',
    type: 'credential',
    record: value.credentialId,
    field: value.field,
    revision: value.revision,
  };
}
