import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import { declareForgotten } from '../../../platform/keys';
import type { CredentialType } from './credential-fields';

declareForgotten({ table: 'credential', columns: ['reuse_index', 'reuse_key', 'next_reuse_index', 'strength'] });

/** A shared way in; belongs to one organisation and never moves. Its events carry revisions, so the service writes them. */
@OrgOwned({
  noun: 'credential',
  events: null,
  sealed: ['reuseIndex', 'nextReuseIndex', 'strength'],
  search: {
    permission: 'vault.item.read',
    title: 'name',
    subtitle: ['type'],
    keywords: ['tags'],
    actions: [
      { name: 'copy', permission: 'vault.secret.reveal' },
      { name: 'totp', permission: 'vault.totp.use' },
    ],
  },
})
export class CredentialEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  name: string;

  @Column('varchar', { length: 20 })
  type: CredentialType;

  @Column('uuid', { nullable: true })
  folderId: string | null;

  @Column('json', { nullable: true })
  tags: string[] | null;

  @Column('date', { nullable: true })
  expiresOn: string | null;

  /** Rises with every change of sealed fields; numbers the versions. */
  @Column('int')
  secretVersion: number;

  @Column('datetime', { precision: 6, nullable: true })
  secretChangedAt: Date | null;

  /** Score 0 to 4 of the password. */
  @Column('tinyint', { nullable: true })
  strength: number | null;

  /** Keyed index of the password: equal for equal passwords of one organisation, and says nothing else. */
  @Column('binary', { length: 16, nullable: true })
  reuseIndex: Buffer | null;

  /** Version of the key that made the index; null is the first. */
  @Column('int', { nullable: true })
  reuseKey: number | null;

  /** The same index under the key that is about to take over. */
  @Column('binary', { length: 16, nullable: true })
  nextReuseIndex: Buffer | null;
}
