import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { PortProtocol, PortState } from '../nmap';

/** A port a scan saw on an asset. Told in the event of the scan that was accepted, not one by one. */
@OrgOwned({ noun: 'asset_observation', label: 'service', events: null })
export class AssetObservationEntity extends OrgRow {
  @Column('uuid')
  assetId: string;

  @Column('varchar', { length: 4 })
  protocol: PortProtocol;

  @Column('int')
  port: number;

  @Column('varchar', { length: 16 })
  state: PortState;

  @Column('varchar', { length: 255, nullable: true })
  service: string | null;

  @Column('varchar', { length: 255, nullable: true })
  product: string | null;

  @Column('varchar', { length: 255, nullable: true })
  serviceVersion: string | null;

  /** True when the scanner talked to the service; false when it only looked the number up. */
  @Column('boolean')
  probed: boolean;

  @Column('datetime', { precision: 6 })
  firstSeenAt: Date;

  @Column('datetime', { precision: 6 })
  lastSeenAt: Date;
}
