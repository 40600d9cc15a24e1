import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** What a credential may be linked to, and the table it lives in. */
export const LINK_TYPES = ['asset', 'contact', 'site'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** A credential opens this record, or belongs to this person. */
@OrgOwned({ noun: 'credential_link', label: 'targetType', events: null })
export class CredentialLinkEntity extends OrgRow {
  @Column('uuid')
  credentialId: string;

  @Column('varchar', { length: 20 })
  targetType: LinkType;

  @Column('uuid')
  targetId: string;
}
