import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Repositories } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { CredentialEvents } from './credential-events';
import { CREDENTIAL_FIELDS, fits, spelled, type CredentialField } from './credential-fields';
import { CredentialVersionDto } from './credential.dto';
import type { CredentialEntity } from './credential.entity';
import { CredentialService } from './credential.service';
import { CredentialVersionEntity } from './credential-version.entity';
import { SealedFields, type FieldChanges } from './sealed-fields';
import { SecretWriter } from './secret-writer';

/** Versions shown; older ones stay stored. */
const SHOWN = 200;

/** What a credential was before: who changed which fields when, and the way back. */
@Injectable()
export class CredentialVersions {
  constructor(
    private readonly credentials: CredentialService,
    private readonly fields: SealedFields,
    private readonly writer: SecretWriter,
    private readonly events: CredentialEvents,
    private readonly repositories: Repositories,
  ) {}

  /** The versions, newest first; names of fields only. */
  async list(id: string): Promise<CredentialVersionDto[]> {
    const row = await this.credentials.repository.get(id);
    const where = { credentialId: row.id, organisationId: row.organisationId };
    const versions = await this.versions.find(where, { order: { revision: 'DESC' }, take: SHOWN });
    return versions.map((version) =>
      present(CredentialVersionDto, {
        ...version,
        changed: version.changed.map(spelled),
        fields: (Object.keys(version.fields) as CredentialField[]).map(spelled),
        current: version.revision === row.secretVersion,
      }),
    );
  }

  /** Seals the fields of an old version again as the newest one. */
  async restore(id: string, revision: number): Promise<object> {
    const row = await this.credentials.forAct(id, 'vault.item.update');
    const { organisationId } = row;
    const version = await this.versions.findOne({ credentialId: row.id, organisationId, revision });
    if (!version) throw new NotFound('version');
    const changes = await this.wayBack(row, version);
    if (Object.keys(changes).length === 0) return this.credentials.show(row);
    const next = await this.credentials.writeRow(row, { given: {}, changes });
    const revisions = await this.writer.write(next, changes);
    this.events.changed('reverted', next, { changes: {}, revisions, restored: revision });
    return this.credentials.show(next);
  }

  private async wayBack(row: CredentialEntity, { fields }: CredentialVersionEntity): Promise<FieldChanges> {
    const changes: FieldChanges = {};
    for (const field of CREDENTIAL_FIELDS) {
      const wanted = fields[field];
      const now = await this.fields.present(row, field);
      if (wanted === undefined) {
        if (now) changes[field] = null;
      } else if (now?.revision !== wanted && fits(row.type, field)) {
        const old = await this.fields.at(row, field, wanted);
        if (old) changes[field] = await this.fields.open(old);
      }
    }
    return changes;
  }

  private get versions() {
    return this.repositories.of(CredentialVersionEntity);
  }
}
