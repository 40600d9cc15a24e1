import { Injectable } from '@nestjs/common';
import { Conflict } from '../../../platform/errors';
import type { Changes } from '../../../platform/events';
import { ResourceHouse } from '../../../platform/resource';
import type { AssetStatus } from '../asset-lifecycle';
import { AssetHistory, requireMove, type Step } from './asset-history';
import { AssetInterfaces } from './asset-interfaces';
import { AssetEntity, type FieldSource } from './asset.entity';
import { sourcesAfter } from './field-sources';
import type { InterfaceDraft } from './interface-draft';

/** A checked asset before it is stored. */
export type AssetDraft = Partial<Omit<AssetEntity, 'version' | 'createdAt' | 'updatedAt'>> &
  Pick<AssetEntity, 'organisationId' | 'name' | 'type' | 'status'> & { interfaces?: readonly InterfaceDraft[] };

/** A checked change. `source` is who makes it: a scan's change is marked as the scan's. */
export interface AssetChange {
  patch: Partial<AssetEntity>;
  interfaces?: readonly InterfaceDraft[];
  source: FieldSource;
  reason?: string | null;
  expected?: number;
}

/** The one place where assets are written, whoever asks: people, bulk edits, imports, discovery. Checks only the lifecycle. */
@Injectable()
export class AssetWriter {
  constructor(
    private readonly house: ResourceHouse,
    private readonly interfaces: AssetInterfaces,
    private readonly history: AssetHistory,
  ) {}

  /** Stores one asset together with the commit; a tag or number that is taken is refused then. */
  async insert(draft: AssetDraft, source: FieldSource): Promise<AssetEntity> {
    const assets = this.house.repositories.of(AssetEntity);
    const [row] = await assets.createMany([stored(draft, source)], taken);
    await this.complete([row as AssetEntity], [draft]);
    return row as AssetEntity;
  }

  /** Stores many assets with interfaces and first status, in a handful of statements. */
  async insertMany(drafts: readonly AssetDraft[], source: FieldSource): Promise<AssetEntity[]> {
    const rows = await this.house.repositories
      .of(AssetEntity)
      .createMany(drafts.map((draft) => stored(draft, source)))
      .catch(refuseTaken);
    await this.complete(rows, drafts);
    return rows;
  }

  private async complete(rows: readonly AssetEntity[], drafts: readonly AssetDraft[]): Promise<void> {
    await this.interfaces.addMany(rows.map((owner, at) => ({ owner, interfaces: drafts[at]?.interfaces ?? [] })));
    await this.history.write(rows.map((asset) => ({ asset, from: null, to: asset.status })));
  }

  /** Changes one asset; a change of status follows the lifecycle and enters the history. */
  async change(row: AssetEntity, { patch, interfaces, source, reason, expected }: AssetChange): Promise<AssetEntity> {
    const { status } = patch;
    if (status && status !== row.status) requireMove(row.status, status);
    const told = interfaces && (await this.interfaces.replace(row, interfaces));
    const whole = { ...patch, ...sourcesAfter(row, patch, source) };
    const next = await this.house.repositories
      .of(AssetEntity)
      .updateWhole(row, whole, { expected, parts: told ? { interfaces: told } : undefined })
      .catch(refuseTaken);
    if (status && status !== row.status)
      await this.history.write([{ asset: row, from: row.status, to: status, reason }]);
    return next;
  }

  /** Changes many assets at once; interfaces cost statements per asset, the rest does not. */
  async changeMany(changes: readonly { row: AssetEntity; change: AssetChange }[]): Promise<void> {
    const steps = changes.flatMap(({ row, change }) => stepOf(row, change));
    for (const { from, to } of steps) requireMove(from, to);
    const edits: { row: AssetEntity; patch: Partial<AssetEntity>; parts?: Changes }[] = [];
    for (const { row, change } of changes) {
      const told = change.interfaces && (await this.interfaces.replace(row, change.interfaces));
      const patch = { ...change.patch, ...sourcesAfter(row, change.patch, change.source) };
      edits.push({ row, patch, parts: told ? { interfaces: told } : undefined });
    }
    await this.house.repositories.of(AssetEntity).updateMany(edits).catch(refuseTaken);
    await this.history.write(steps);
  }
}

function stepOf(asset: AssetEntity, { patch, reason }: AssetChange): (Step & { from: AssetStatus })[] {
  const { status: to } = patch;
  return to && to !== asset.status ? [{ asset, from: asset.status, to, reason }] : [];
}

function stored({ interfaces: _interfaces, ...row }: AssetDraft, source: FieldSource): Omit<AssetDraft, 'interfaces'> {
  return { ...row, ...sourcesAfter(null, row, source) };
}

const TAKEN = {
  asset_tag_of_organisation: ['/assetTag', 'asset.tag_taken', 'Another asset of this organisation has this tag.'],
  external_id_of_organisation: ['/externalId', 'asset.external_id_taken', 'Another asset has this external id.'],
} as const;

function refuseTaken(error: unknown): never {
  throw taken(error);
}

/** What the database refused, in words about the field; anything else stays what it is. */
function taken(error: unknown): unknown {
  const driver = (error as { driverError?: { errno?: number; sqlMessage?: string } }).driverError;
  const key = Object.keys(TAKEN).find((name) => driver?.errno === 1062 && driver.sqlMessage?.includes(name));
  if (!key) return error;
  const [pointer, code, detail] = TAKEN[key as keyof typeof TAKEN];
  return new Conflict(code, { detail, errors: [{ pointer, code: 'taken', params: {}, detail }] });
}
