import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import { declareWraps, type DataKeyState } from '../../../platform/keys';

/** What an organisation's keys are for. */
export type KeyPurpose = 'vault' | 'idx';

declareWraps({
  table: 'organisation_key',
  key: ['id'],
  columns: ['organisation_id', 'purpose', 'key_version'],
  alive: "state <> 'destroyed'",
  slotOf: (row) => ({
    organisation: String(row['organisation_id']),
    purpose: row['purpose'] as KeyPurpose,
    version: Number(row['key_version']),
  }),
});

/** A key of one organisation, wrapped under the root keyring; without it nothing of that organisation opens. */
@OrgOwned({
  noun: 'organisation_key',
  label: 'purpose',
  events: 'vault',
  sealed: ['wrapped', 'canary'],
  readFirst: true,
})
export class OrganisationKeyEntity extends OrgRow {
  @Column('varchar', { length: 16 })
  purpose: KeyPurpose;

  @Column('int')
  keyVersion: number;

  @Column('varchar', { length: 16 })
  state: DataKeyState;

  @Column('varbinary', { length: 128 })
  wrapped: Buffer;

  /** A known word sealed under the key: proves at start that the key still opens what it sealed. */
  @Column('varbinary', { length: 256 })
  canary: Buffer;
}
