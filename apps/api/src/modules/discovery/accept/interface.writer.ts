import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Repositories } from '../../../platform/database';
import { AssetAddressEntity, AssetInterfaceEntity } from '../../assets';
import type { InterfaceChanges } from './interface.changes';
import { inBatches } from './batches';

/** Writes gathered interface changes: table by table, not asset by asset. */
@Injectable()
export class InterfaceWriter {
  constructor(private readonly repositories: Repositories) {}

  async write({ interfaces, macs, addresses, removed }: InterfaceChanges): Promise<void> {
    for (const batch of inBatches(interfaces)) await this.repositories.of(AssetInterfaceEntity).createMany(batch);
    await this.setMacs(new Map(macs.map(({ interfaceId, mac }) => [interfaceId, mac])));
    for (const { interfaceId, ips } of removed)
      await this.repositories.of(AssetAddressEntity).remove({ interfaceId, ip: In(ips) });
    for (const batch of inBatches(addresses)) await this.repositories.of(AssetAddressEntity).createMany(batch);
  }

  private async setMacs(macs: ReadonlyMap<string, string>): Promise<void> {
    for (const ids of inBatches([...macs.keys()])) {
      const rows = await this.repositories.of(AssetInterfaceEntity).find({ id: In(ids) });
      const edits = rows.map((row) => ({ row, patch: { mac: macs.get(row.id) ?? null } }));
      await this.repositories.of(AssetInterfaceEntity).updateMany(edits);
    }
  }
}
