import { Injectable } from '@nestjs/common';
import { decodeCursor } from '@st0r/list-query';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { readListQuery } from '../../../platform/http';
import { ResourceHouse, type RefDto } from '../../../platform/resource';
import { CsvWriter, type CsvColumn } from '../../../platform/csv';
import type { AssetDto } from '../asset/asset.dto';
import { assetResource } from '../asset/asset.resource';
import { AssetService } from '../asset/asset.service';
import { CustomFieldDefinitions } from '../custom-field-records/custom-field-definitions';
import { ASSET_CSV_FIELDS } from '../import/import-fields';

const PAGE = 500;
type Query = ReturnType<typeof readListQuery>;

/** Exactly the assets a list query finds, as CSV; rows are read page by page while the file leaves. */
@Injectable()
export class AssetExportService {
  constructor(
    private readonly house: ResourceHouse,
    private readonly assets: AssetService,
    private readonly definitions: CustomFieldDefinitions,
    private readonly recorder: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  /** `lossless` leaves cells unguarded: for programs, not for spreadsheets. */
  async stream(params: Record<string, string>): Promise<Readable> {
    const { lossless, ...rest } = params;
    const query = readListQuery(assetResource.list.shape, rest);
    const { scope } = this.house.context;
    const organisationId = scope.length === 1 ? (scope[0] ?? null) : null;
    await this.work.run(async () => {
      this.recorder.record({
        action: 'asset.exported',
        category: 'record',
        organisationId,
        details: { organisations: scope.length, filters: query.filters.map((filter) => filter.field) },
      });
    });
    const writer = new CsvWriter<AssetDto>(await this.columns(scope), {
      formulaSafe: lossless !== 'true',
      bom: lossless !== 'true',
    });
    return inThisContext(writer.write(this.rows(query)));
  }

  private async columns(scope: readonly string[]): Promise<CsvColumn<AssetDto>[]> {
    const fixed = ASSET_CSV_FIELDS.map(({ key }) => ({ header: key, value: VALUES[key] }));
    // Custom fields differ between organisations; a file over several holds what all of them share.
    const [only] = scope.length === 1 ? scope : [];
    const fields = only ? await this.definitions.ofOrganisation(only) : [];
    const custom = fields.map(({ definition: { slug } }) => ({
      header: `cf.${slug}`,
      value: (asset: AssetDto) => cell(asset.customFields?.[slug]),
    }));
    return [...fixed, ...custom];
  }

  private async *rows(query: Query): AsyncGenerator<AssetDto> {
    let next: Query | undefined = { ...query, limit: PAGE, cursor: undefined, total: false };
    while (next) {
      const page = await this.assets.list(next);
      yield* page.rows as AssetDto[];
      next = page.next === null ? undefined : { ...next, cursor: decodeCursor(next.sort, page.next) };
    }
  }
}

type Value = (asset: AssetDto) => string | number | null | undefined;
const primary = (asset: AssetDto) => asset.interfaces.find((one) => one.primary) ?? asset.interfaces[0];
const named = (ref: RefDto | null): string | null => ref?.name ?? null;

const VALUES: Record<(typeof ASSET_CSV_FIELDS)[number]['key'], Value> = {
  name: (asset) => asset.name,
  type: (asset) => asset.type,
  status: (asset) => asset.status,
  serial: (asset) => asset.serial,
  assetTag: (asset) => asset.assetTag,
  externalId: (asset) => asset.externalId,
  hostname: (asset) => asset.hostname,
  os: (asset) => asset.os,
  manufacturer: (asset) => named(asset.manufacturer),
  model: (asset) => named(asset.model),
  mac: (asset) => primary(asset)?.mac,
  ip: (asset) => primary(asset)?.ips[0],
  site: (asset) => named(asset.site),
  contact: (asset) => named(asset.contact),
  purchasedOn: (asset) => asset.purchasedOn,
  warrantyEndsOn: (asset) => asset.warrantyEndsOn,
  endOfLifeOn: (asset) => asset.endOfLifeOn,
  price: (asset) => (asset.price === null ? null : (asset.price / 100).toFixed(2)),
  currency: (asset) => asset.currency,
  tags: (asset) => asset.tags?.join('; '),
  notes: (asset) => asset.notes,
};

function cell(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The socket asks for the next chunk outside of the request; each chunk is made inside it. */
function inThisContext(chunks: AsyncGenerator<string>): Readable {
  const within = AsyncLocalStorage.snapshot();
  return Readable.from({
    [Symbol.asyncIterator]: () => ({
      next: () => within(() => chunks.next()),
      return: () => within(() => chunks.return(undefined)),
    }),
  });
}
