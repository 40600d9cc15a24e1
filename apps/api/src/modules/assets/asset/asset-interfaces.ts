import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { ResourceHouse } from '../../../platform/resource';
import { AssetAddressEntity, AssetInterfaceEntity } from './asset-interface.entity';
import type { FieldSource } from './asset.entity';
import type { InterfaceDraft } from './interface-draft';

/** An interface as it is stored, with its addresses in order. */
export interface StoredInterface extends Omit<InterfaceDraft, 'lastSeenAt'> {
  id: string;
  assetId: string;
  lastSeenAt: string | null;
}

interface Owner {
  id: string;
  organisationId: string;
}

/** The interfaces of assets; a list is always replaced as a whole. */
@Injectable()
export class AssetInterfaces {
  constructor(private readonly house: ResourceHouse) {}

  /** Puts `interfaces` on plain asset rows, in one statement. */
  async attach(rows: readonly Record<string, unknown>[]): Promise<void> {
    const homes = rows.map((row) => row['organisationId']).filter((home) => typeof home === 'string');
    const found = await this.of(
      rows.map((row) => String(row['id'])),
      homes.length === rows.length ? homes : undefined,
    );
    for (const row of rows) row['interfaces'] = found.get(String(row['id'])) ?? [];
  }

  /** The interfaces of each asset in scope, in order; `homes` are the organisations of those assets, where they are known. */
  async of(assetIds: readonly string[], homes?: readonly string[]): Promise<Map<string, StoredInterface[]>> {
    const byAsset = new Map<string, StoredInterface[]>();
    if (assetIds.length === 0) return byAsset;
    const marks = assetIds.map(() => '?').join(', ');
    const rows = await this.house.sql.scoped<Stored & { ip: string | null }>(
      `SELECT i.id, i.asset_id AS assetId, i.name, i.type, i.mac, i.is_primary AS isPrimary, i.source, i.last_seen_at AS lastSeenAt, a.ip
       FROM asset_interface i
       LEFT JOIN asset_address a ON a.organisation_id = i.organisation_id AND a.asset_id = i.asset_id AND a.interface_id = i.id
       WHERE i.organisation_id IN (:scope) AND i.asset_id IN (${marks}) ORDER BY i.asset_id, i.position, i.id, a.position`,
      assetIds,
      homes,
    );
    let last: StoredInterface | undefined;
    for (const { ip, isPrimary, ...row } of rows) {
      if (last?.id !== row.id) {
        last = { ...row, primary: Number(isPrimary) === 1, ips: [] };
        byAsset.set(row.assetId, [...(byAsset.get(row.assetId) ?? []), last]);
      }
      if (ip !== null) last.ips.push(ip);
    }
    return byAsset;
  }

  /** Stores the interfaces of many assets in two statements. */
  async addMany(assets: readonly { owner: Owner; interfaces: readonly InterfaceDraft[] }[]): Promise<void> {
    const rows = assets.flatMap(({ owner, interfaces }) =>
      interfaces.map(({ ips, ...draft }, position) => ({ owner, ips, draft: { ...draft, position, id: uuid7() } })),
    );
    const shared = ({ id, organisationId }: Owner) => ({ assetId: id, organisationId });
    await this.house.repositories
      .of(AssetInterfaceEntity)
      .createMany(rows.map(({ owner, draft }) => ({ ...draft, ...shared(owner) })));
    await this.house.repositories
      .of(AssetAddressEntity)
      .createMany(
        rows.flatMap(({ owner, ips, draft }) =>
          ips.map((ip, position) => ({ ip, position, interfaceId: draft.id, ...shared(owner) })),
        ),
      );
  }

  /** Answers what changed, for the asset's event; undefined when nothing did. */
  async replace(
    owner: Owner,
    drafts: readonly InterfaceDraft[],
  ): Promise<{ from: object[]; to: object[] } | undefined> {
    const stored = (await this.of([owner.id])).get(owner.id) ?? [];
    const next = drafts.map((draft) => withHistory(draft, stored));
    const [from, to] = [stored.map(facts), next.map(facts)];
    if (JSON.stringify(from) === JSON.stringify(to)) return undefined;
    await this.house.repositories.of(AssetAddressEntity).remove({ assetId: owner.id });
    await this.house.repositories.of(AssetInterfaceEntity).remove({ assetId: owner.id });
    await this.addMany([{ owner, interfaces: next }]);
    return { from, to };
  }
}

type Stored = Omit<StoredInterface, 'primary' | 'ips'> & { isPrimary: number; source: FieldSource };

/** An interface a person saves unchanged stays the scan's: only a change makes it theirs. */
function withHistory(draft: InterfaceDraft, stored: readonly StoredInterface[]): InterfaceDraft {
  const before = stored.find((one) => (draft.mac ? one.mac === draft.mac : one.name === draft.name));
  if (!before || draft.lastSeenAt) return draft;
  const lastSeenAt = before.lastSeenAt ? new Date(`${before.lastSeenAt.replace(' ', 'T')}Z`) : null;
  const same = before.mac === draft.mac && before.ips.join() === draft.ips.join();
  return { ...draft, lastSeenAt, source: same ? before.source : draft.source };
}

function facts({ name, type, mac, primary, ips, source }: Omit<InterfaceDraft, 'lastSeenAt'>): object {
  return { name, type, mac, primary, ips, source };
}
