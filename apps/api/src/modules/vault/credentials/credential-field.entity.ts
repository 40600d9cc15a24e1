import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { CredentialField, FieldClass } from './credential-fields';

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
