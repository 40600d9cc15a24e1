import { Injectable } from '@nestjs/common';
import { ResourceHouse, keepAlwaysSet } from '../../../platform/resource';
import { AssetChecks } from '../asset/asset-checks';
import { requireMove } from '../asset/asset-history';
import type { AssetEntity } from '../asset/asset.entity';
import { assetResource } from '../asset/asset.resource';
import type { ModelEntity } from '../catalogue-records/model.entity';
import { CustomFieldDefinitions, type FieldOfTypes } from '../custom-field-records/custom-field-definitions';
import type { AssetBulkSetDto } from './asset-bulk.dto';

/** Answers the patch of one asset, or throws why it is refused. */
export type PatchFor = (row: AssetEntity) => Promise<Partial<AssetEntity>>;

interface Shared {
  fields: readonly FieldOfTypes[];
  model: ModelEntity | null;
}

/** Works out what one change means for each asset; what is the same for a whole organisation is asked once. */
@Injectable()
export class BulkPlanner {
  constructor(
    private readonly house: ResourceHouse,
    private readonly checks: AssetChecks,
    private readonly definitions: CustomFieldDefinitions,
  ) {}

  planFor(set: AssetBulkSetDto): PatchFor {
    const asked = new Map<string, Promise<Shared>>();
    return async (row) => {
      const shared = asked.get(row.organisationId) ?? this.ask(row.organisationId, set);
      asked.set(row.organisationId, shared);
      return this.patch(row, set, await shared);
    };
  }

  private async ask(organisationId: string, set: AssetBulkSetDto): Promise<Shared> {
    await this.house.refs.check({ ...set }, assetResource.refs, organisationId);
    const model = await this.checks.model(set);
    const fields = set.customFields ? await this.definitions.ofOrganisation(organisationId) : [];
    return { fields, model };
  }

  private async patch(row: AssetEntity, set: AssetBulkSetDto, shared: Shared): Promise<Partial<AssetEntity>> {
    const { addTags, removeTags, reason: _reason, customFields, ...plain } = set;
    const fields = keepAlwaysSet(plain, ['type', 'status']) as Partial<AssetEntity>;
    if (fields.status) requireMove(row.status, fields.status);
    if (fields.parentId) await this.checks.parent(row.id, fields.parentId);
    const { organisationId, customFields: stored } = row;
    const type = fields.type ?? row.type;
    const custom = customFields
      ? {
          customFields: await this.checks.customFields({
            organisationId,
            type,
            given: customFields,
            stored,
            partial: true,
            fields: shared.fields,
          }),
        }
      : {};
    const maker = shared.model && !fields.manufacturerId ? { manufacturerId: shared.model.manufacturerId } : {};
    return { ...fields, ...maker, ...custom, ...tagsAfter(row, addTags, removeTags) };
  }
}

function tagsAfter(
  row: AssetEntity,
  add?: string[] | null,
  remove?: string[] | null,
): Pick<AssetEntity, 'tags'> | object {
  if (!add && !remove) return {};
  const kept = (row.tags ?? []).filter((tag) => !remove?.includes(tag));
  const tags = [...new Set([...kept, ...(add ?? [])])];
  return { tags: tags.length > 0 ? tags : null };
}
