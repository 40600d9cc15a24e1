import { Injectable } from '@nestjs/common';
import type { FieldProblem } from '@st0r/dto';
import { Invalid } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import type { AssetTypeCode } from '../asset-types';
import { ModelEntity } from '../catalogue-records/model.entity';
import {
  CustomFieldDefinitions,
  definitionsFor,
  type FieldOfTypes,
} from '../custom-field-records/custom-field-definitions';
import { validateCustomFields, type CustomFieldDefinition, type CustomFieldValues } from '../custom-fields';
import { RecordDirectory } from '../relations/record-directory';
import { AssetEntity } from './asset.entity';

const DEEPEST = 20;

/** Custom values before a change; `type` is the asset's type after it. */
interface CustomInput {
  organisationId: string;
  type: AssetTypeCode;
  given: Record<string, unknown>;
  stored: CustomFieldValues | null;
  /** False for new records: required fields are then missed. */
  partial: boolean;
  fields?: readonly FieldOfTypes[];
}

type Serial = Pick<AssetEntity, 'organisationId' | 'serial'> & { id: string | null };

/** What must hold between the parts of an asset beyond the shape of each. */
@Injectable()
export class AssetChecks {
  constructor(
    private readonly house: ResourceHouse,
    private readonly definitions: CustomFieldDefinitions,
    private readonly directory: RecordDirectory,
  ) {}

  /** The custom values to store, or every problem with its pointer. */
  async customFields(input: CustomInput): Promise<CustomFieldValues | null> {
    const fields = input.fields ?? (await this.definitions.ofOrganisation(input.organisationId));
    const definitions = definitionsFor(fields, input.type);
    const checked = validateCustomFields(definitions, input.given, { partial: input.partial });
    if ('errors' in checked) throw refusal(checked.errors);
    const missing = await this.missingTargets(definitions, checked.values, input.organisationId);
    if (missing.length > 0) throw refusal(missing);
    const values = { ...input.stored, ...checked.values };
    for (const slug of checked.cleared) delete values[slug];
    return Object.keys(values).length > 0 ? values : null;
  }

  /** A model brings its manufacturer and, when nobody chose one, its type. */
  async model(fields: { modelId?: string | null; manufacturerId?: string | null }): Promise<ModelEntity | null> {
    if (!fields.modelId) return null;
    const model = await this.house.repositories.house(ModelEntity).findOne({ id: fields.modelId });
    if (model && fields.manufacturerId && fields.manufacturerId !== model.manufacturerId)
      throw Invalid.field('/modelId', 'other_manufacturer', 'This model is made by another manufacturer.');
    return model;
  }

  /** An asset cannot be part of itself, however many steps away. */
  async parent(id: string, parentId: string | null | undefined): Promise<void> {
    const assets = this.house.repositories.of(AssetEntity);
    for (let at = parentId ?? null, depth = 0; at !== null; depth += 1) {
      if (at === id || depth === DEEPEST)
        throw Invalid.field('/parentId', 'loop', 'An asset cannot be part of itself, or more than 20 levels deep.');
      at = (await assets.findOne({ id: at }))?.parentId ?? null;
    }
  }

  /** Other assets of the organisation with the same serial number; a new asset has no id yet. */
  async sameSerial({ id, organisationId, serial }: Serial): Promise<string[]> {
    if (!serial) return [];
    const other = id ? ' AND id <> ?' : '';
    const rows = await this.house.sql.scoped<{ name: string }>(
      `SELECT name FROM asset WHERE organisation_id IN (:scope) AND organisation_id = ? AND serial = ?${other} LIMIT 5`,
      id ? [organisationId, serial, id] : [organisationId, serial],
    );
    return rows.map((row) => row.name);
  }

  private async missingTargets(
    definitions: readonly CustomFieldDefinition[],
    values: CustomFieldValues,
    organisationId: string,
  ): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    for (const { slug, relatesTo, type } of definitions) {
      const id = values[slug];
      if (type !== 'relation' || !relatesTo || typeof id !== 'string') continue;
      if ((await this.directory.find(relatesTo, [id], organisationId)).length > 0) continue;
      const detail = 'This record does not exist here, or you cannot see it.';
      problems.push({ pointer: `/customFields/${slug}`, code: 'not_found', params: { type: relatesTo }, detail });
    }
    return problems;
  }
}

function refusal(errors: readonly FieldProblem[]): Invalid {
  return new Invalid('input.invalid', { detail: errors[0]?.detail, errors });
}
