import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { CredentialField } from './credential-fields';

/** Who changed which sealed fields when, and the revision each field had afterwards. */
@OrgOwned({ noun: 'credential_version', label: 'revision', events: null })
export class CredentialVersionEntity extends OrgRow {
  @Column('uuid')
  credentialId: string;

  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  @Column('varchar', { length: 255, nullable: true })
  authorName: string | null;

  @Column('json')
  changed: CredentialField[];

  @Column('json')
  fields: Partial<Record<CredentialField, number>>;
}
