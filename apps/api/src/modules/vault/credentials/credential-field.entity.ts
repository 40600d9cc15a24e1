import { Column } from 'typeorm';
import { OrgOwned, OrgRow, declareRows } from '../../../platform/database';
import { declareSealed, type SealedStore } from '../../../platform/keys';
import type { CredentialField, FieldClass } from './credential-fields';

const store = (table: string): SealedStore => ({
  table,
  blob: 'blob',
  owner: 'organisation',
  purpose: 'vault',
  key: ['id'],
  columns: ['organisation_id', 'credential_id', 'field', 'revision'],
  placeOf: (row: Record<string, unknown>) => ({
    organisation: String(row['organisation_id']),
    purpose: 'vault',
    type: 'credential',
    record: String(row['credential_id']),
    field: row['field'] as CredentialField,
    revision: Number(row['revision']),
  }),
});

// Present values first: a change copies them into the past.
declareSealed(store('credential_field'), store('credential_past_field'));
// Whoever moves them to another key goes by the primary key alone.
declareRows(
  { table: 'credential', forced: ['PRIMARY'] },
  { table: 'credential_field', forced: ['PRIMARY'], sealed: true },
  { table: 'credential_past_field', forced: ['PRIMARY'], sealed: true },
);

/** A sealed value and where it belongs. The blob is never decrypted by the row itself. */
export abstract class SealedFieldRow extends OrgRow {
  @Column('uuid')
  credentialId: string;

  /** Tag of the field; with organisation, credential and revision it is bound into the blob. */
  @Column('varchar', { length: 32 })
  field: CredentialField;

  @Column('char', { length: 1 })
  class: FieldClass;

  /** One higher at each change, also written to the event, so an older value cannot be put back unseen. */
  @Column('int')
  revision: number;

  @Column('mediumblob')
  blob: Buffer;
}

/** The present value of a field. */
@OrgOwned({ noun: 'credential_field', label: 'field', events: null, sealed: ['blob'] })
export class CredentialFieldEntity extends SealedFieldRow {}

/** A value a field had before; still sealed as it was. */
@OrgOwned({ noun: 'credential_past_field', label: 'field', events: null, sealed: ['blob'] })
export class CredentialPastFieldEntity extends SealedFieldRow {}
