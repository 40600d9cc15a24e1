import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { AssetStatus } from '../asset-lifecycle';

/** One step in the life of an asset; `createdAt` is when it happened. */
@OrgOwned({ noun: 'asset_status_change', label: 'to', events: null })
export class AssetStatusChangeEntity extends OrgRow {
  @Column('uuid')
  assetId: string;

  /** Null for the first status. */
  @Column('varchar', { name: 'from_status', length: 16, nullable: true })
  from: AssetStatus | null;

  @Column('varchar', { name: 'to_status', length: 16 })
  to: AssetStatus;

  @Column('varchar', { length: 500, nullable: true })
  reason: string | null;

  @Column('varchar', { length: 64 })
  byId: string;

  @Column('varchar', { length: 255 })
  byName: string;
}
