import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import { changesBetween } from '../../../platform/database';
import { Conflict, DomainError, Invalid } from '../../../platform/errors';
import { readListQuery } from '../../../platform/http';
import { ResourceHouse } from '../../../platform/resource';
import { AssetEntity } from '../asset/asset.entity';
import { assetResource } from '../asset/asset.resource';
import { AssetWriter, type AssetChange } from '../asset/asset-writer';
import { AssetBulkResultDto, type AssetBulkDto, type AssetBulkItemDto } from './asset-bulk.dto';
import { BulkPlanner, type PatchFor } from './bulk-planner';

const MOST = 1000;

interface Planned {
  row: AssetEntity;
  item: AssetBulkItemDto;
  change?: AssetChange;
}

/** One change for many assets, previewed, in one transaction. */
@Injectable()
export class AssetBulkService {
  constructor(
    private readonly house: ResourceHouse,
    private readonly planner: BulkPlanner,
    private readonly writer: AssetWriter,
  ) {}

  async run(input: AssetBulkDto): Promise<AssetBulkResultDto> {
    const rows = await this.chosen(input);
    const token = tokenOf(rows, input);
    const byFilter = !input.ids;
    if (!input.dryRun && byFilter && !input.previewToken)
      throw Invalid.field('/previewToken', 'required', 'Run this as a dry run first and send its previewToken.');
    if (!input.dryRun && input.previewToken && input.previewToken !== token)
      throw new Conflict('bulk.changed_since_preview', {
        detail: 'Since the preview some of these assets changed, or others were found. Look at the preview again.',
      });
    const planned = await this.plan(rows, input);
    const changes = planned.flatMap(({ row, change }) => (change ? [{ row, change }] : []));
    if (!input.dryRun) await this.writer.changeMany(changes);
    return result(planned, { dryRun: input.dryRun === true, previewToken: token });
  }

  private async chosen({ ids, filter }: AssetBulkDto): Promise<AssetEntity[]> {
    if (ids && typeof filter === 'string')
      throw Invalid.field('/filter', 'contradiction', 'Give ids or a filter, not both.');
    if (!ids && typeof filter !== 'string') throw Invalid.field('/ids', 'required', 'Give ids or a filter.');
    const wanted = ids ? [...new Set(ids)] : await this.found(filter ?? '');
    const rows = wanted.length === 0 ? [] : await this.house.repositories.of(AssetEntity).find({ id: In(wanted) });
    // A foreign id is answered like an id that does not exist.
    if (rows.length !== wanted.length) {
      const known = new Set(rows.map((row) => row.id));
      const at = wanted.findIndex((id) => !known.has(id));
      const detail = 'This asset does not exist, or you cannot see it.';
      throw new Invalid('reference.not_found', {
        status: 404,
        detail,
        errors: [{ pointer: `/ids/${at}`, code: 'not_found', params: { id: wanted[at] }, detail }],
      });
    }
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async found(filter: string): Promise<string[]> {
    const params = Object.fromEntries(new URLSearchParams(filter));
    const query = readListQuery(assetResource.list.shape, params);
    const page = await this.house.lists.page(assetResource.list, { ...query, cursor: undefined, limit: MOST }, ['id']);
    if (page.next !== null)
      throw Invalid.field('/filter', 'too_many', `The filter finds more than ${MOST} assets. Narrow it down.`);
    return page.rows.map((row) => String(row['id']));
  }

  private async plan(rows: readonly AssetEntity[], { set }: AssetBulkDto): Promise<Planned[]> {
    const patchFor = this.planner.planFor(set);
    const planned: Planned[] = [];
    for (const row of rows) planned.push(await planOne(row, patchFor, set.reason));
    return planned;
  }
}

async function planOne(row: AssetEntity, patchFor: PatchFor, reason?: string | null): Promise<Planned> {
  const { id, name } = row;
  try {
    const patch = await patchFor(row);
    const changes = changesBetween(row, patch, []);
    if (Object.keys(changes).length === 0)
      return { row, item: { id, name, outcome: 'unchanged', changes: null, refused: null } };
    const item: AssetBulkItemDto = { id, name, outcome: 'changed', changes, refused: null };
    return { row, item, change: { patch, source: 'hand', reason } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = error.facts.detail ?? error.code;
    return { row, item: { id, name, outcome: 'refused', changes: null, refused } };
  }
}

function result(planned: readonly Planned[], run: { dryRun: boolean; previewToken: string }): AssetBulkResultDto {
  const items = planned.map(({ item }) => item);
  const count = (outcome: string): number => items.filter((item) => item.outcome === outcome).length;
  const counts = { changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') };
  return present(AssetBulkResultDto, { ...run, ...counts, items });
}

/** Names exactly these assets in exactly these versions and this change; knowing it proves that the preview was seen. */
function tokenOf(rows: readonly AssetEntity[], { set }: AssetBulkDto): string {
  const hash = createHash('sha256').update(JSON.stringify(set));
  for (const { id, version } of rows) hash.update(`\n${id} ${version}`);
  return hash.digest('base64url');
}
