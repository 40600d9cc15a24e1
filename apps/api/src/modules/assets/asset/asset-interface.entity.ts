import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { FieldSource } from './asset.entity';

/** A network port of an asset. Its changes are told in the asset's own events. */
@OrgOwned({
  noun: 'asset_interface',
  events: null,
  search: { partOf: { type: 'asset', record: 'assetId' }, exact: ['mac'] },
})
export class AssetInterfaceEntity extends OrgRow {
  @Column('uuid')
  assetId: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 64 })
  name: string;

  @Column('varchar', { length: 40, nullable: true })
  type: string | null;

  /** `aa:bb:cc:dd:ee:ff`. */
  @Column('char', { length: 17, nullable: true })
  mac: string | null;

  @Column('boolean', { name: 'is_primary' })
  primary: boolean;

  @Column('varchar', { length: 8 })
  source: FieldSource;

  @Column('datetime', { precision: 6, nullable: true })
  lastSeenAt: Date | null;
}

/** An IP address of an interface in its canonical spelling. */
@OrgOwned({
  noun: 'asset_address',
  label: 'ip',
  events: null,
  search: { partOf: { type: 'asset', record: 'assetId' }, exact: ['ip'] },
})
export class AssetAddressEntity extends OrgRow {
  @Column('uuid')
  assetId: string;

  @Column('uuid')
  interfaceId: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 45 })
  ip: string;
}
