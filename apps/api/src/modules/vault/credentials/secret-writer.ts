import { Injectable } from '@nestjs/common';
import { blindIndex, strengthOf } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { VaultKeys } from '../keys/vault-keys.service';
import { CredentialFieldEntity } from './credential-field.entity';
import { CredentialVersionEntity } from './credential-version.entity';
import type { CredentialEntity } from './credential.entity';
import { FIELD_RULES, type CredentialField } from './credential-fields';
import { SealedFields, type FieldChanges, type Revisions } from './sealed-fields';

/** Columns of the credential that follow from its password. */
export type PasswordFacts = Partial<
  Pick<CredentialEntity, 'strength' | 'reuseIndex' | 'reuseKey' | 'nextReuseIndex' | 'secretChangedAt'>
>;

/** Writes sealed fields and everything that follows from them: strength, reuse index, version. */
@Injectable()
export class SecretWriter {
  constructor(
    private readonly fields: SealedFields,
    private readonly keys: VaultKeys,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
  ) {}

  /** What the credential's row keeps about a changed password; empty when the password stays. */
  async factsOf(organisationId: string, changes: FieldChanges, hints: readonly string[]): Promise<PasswordFacts> {
    const { password } = changes;
    if (password === undefined) return {};
    if (password === null)
      return { strength: null, reuseIndex: null, reuseKey: null, nextReuseIndex: null, secretChangedAt: null };
    const { score } = await strengthOf(password, hints);
    return { strength: score, ...(await this.indexOf(organisationId, password)), secretChangedAt: new Date() };
  }

  /** While the index key is being replaced, both indexes are written: neither the old count nor the new one misses this. */
  private async indexOf(organisationId: string, password: string): Promise<PasswordFacts> {
    const now = await this.keys.active(organisationId, 'idx');
    const next = await this.keys.nextIndex(organisationId);
    return {
      reuseIndex: blindIndex(now, 'password', password),
      reuseKey: now.version,
      nextReuseIndex: next ? blindIndex(next, 'password', password) : null,
    };
  }

  /** Leaves out identifiers that stay as they are; a secret counts as changed always, or writing would be a way of guessing. */
  async withoutSame(owner: CredentialEntity, changes: FieldChanges): Promise<FieldChanges> {
    const real: FieldChanges = {};
    for (const [field, value] of Object.entries(changes) as [CredentialField, string | null][]) {
      const before = await this.fields.present(owner, field);
      if (!before && value === null) continue;
      if (before && value !== null && FIELD_RULES[field].class === 'I' && (await this.same(before, value))) continue;
      real[field] = value;
    }
    return real;
  }

  /** Seals the changes and writes the version they make; `owner.secretVersion` is already the new one. */
  async write(owner: CredentialEntity, changes: FieldChanges): Promise<Revisions> {
    const revisions = await this.fields.change(owner, changes);
    const { id: credentialId, organisationId, secretVersion: revision } = owner;
    const rows = await this.repositories.of(CredentialFieldEntity).find({ credentialId, organisationId });
    const actor = this.context.actorIfAny;
    await this.repositories.of(CredentialVersionEntity).create({
      organisationId,
      credentialId,
      revision,
      authorId: actor?.id ?? null,
      authorName: actor?.name ?? null,
      changed: Object.keys(revisions) as CredentialField[],
      fields: Object.fromEntries(rows.map((row) => [row.field, row.revision])),
    });
    return revisions;
  }

  private async same(before: CredentialFieldEntity, value: string): Promise<boolean> {
    return (await this.fields.unseal(before).catch(() => null)) === value;
  }
}
