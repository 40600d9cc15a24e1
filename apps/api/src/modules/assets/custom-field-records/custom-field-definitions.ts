import { Injectable } from '@nestjs/common';
import { ResourceHouse } from '../../../platform/resource';
import type { AssetTypeCode } from '../asset-types';
import type { CustomFieldDefinition } from '../custom-fields';
import { CustomFieldEntity } from './custom-field.entity';

/** The fields that apply to an organisation's assets; the organisation must lie in the handler's scope. */
@Injectable()
export class CustomFieldDefinitions {
  constructor(private readonly house: ResourceHouse) {}

  /** All live fields with the types they apply to (null = every type). */
  async ofOrganisation(organisationId: string): Promise<FieldOfTypes[]> {
    const rows = await this.house.repositories
      .of(CustomFieldEntity)
      .find({ organisationId }, { order: { position: 'ASC', slug: 'ASC' }, take: 1000 });
    return rows
      .filter((row) => row.archivedAt === null)
      .map((row) => ({ assetTypes: row.assetTypes, definition: definitionOf(row) }));
  }
}

export type FieldOfTypes = { assetTypes: readonly AssetTypeCode[] | null; definition: CustomFieldDefinition };

/** The definitions an asset of `type` follows. */
export function definitionsFor(fields: readonly FieldOfTypes[], type: AssetTypeCode): CustomFieldDefinition[] {
  return fields
    .filter(({ assetTypes }) => !assetTypes || assetTypes.includes(type))
    .map(({ definition }) => definition);
}

const NUMERIC: ReadonlySet<string> = new Set(['text', 'textarea', 'number', 'decimal']);

/** A stored row as the checks want it: limits of lengths and numbers are numbers. */
export function definitionOf(row: CustomFieldEntity): CustomFieldDefinition {
  const limit = (text: string | null | undefined): number | string | null =>
    text === null || text === undefined || text === '' ? null : NUMERIC.has(row.type) ? Number(text) : text;
  const { slug, label, type, required, pattern, options, relatesTo } = row;
  return { slug, label, type, required, min: limit(row.min), max: limit(row.max), pattern, options, relatesTo };
}
