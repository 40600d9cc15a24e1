import { Injectable } from '@nestjs/common';
import { Invalid } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { checkDefinition } from '../custom-fields';
import { definitionOf } from './custom-field-definitions';
import type { CustomFieldCreateDto, CustomFieldUpdateDto } from './custom-field.dto';
import type { CustomFieldEntity } from './custom-field.entity';
import { customFieldResource } from './custom-field.resource';

const ALWAYS_SET = ['label', 'required', 'position'];

/** Definitions of custom fields; each is checked as a whole before it is stored. */
@Injectable()
export class CustomFieldService extends ResourceService<CustomFieldEntity> {
  constructor(house: ResourceHouse) {
    super(customFieldResource, house);
  }

  override async create(input: CustomFieldCreateDto): Promise<object> {
    const draft = { ...input, required: input.required ?? false, position: input.position ?? 0 };
    check(draft as CustomFieldEntity);
    const { organisationId, slug } = input;
    // Archived ones count: their values are still stored under the slug.
    if (await this.repository.findOne({ organisationId, slug }))
      throw Invalid.field(
        '/slug',
        'taken',
        'Another field of this organisation has this slug, perhaps an archived one.',
      );
    return super.create(draft);
  }

  override async update(id: string, patch: CustomFieldUpdateDto, version?: number): Promise<object> {
    const changes = keepAlwaysSet(patch, ALWAYS_SET);
    const row = await this.forWrite(id, 'update');
    check({ ...row, ...changes } as CustomFieldEntity);
    return super.update(id, changes, version);
  }
}

function check(row: CustomFieldEntity): void {
  const errors = checkDefinition(definitionOf(row));
  if (errors.length > 0) throw new Invalid('input.invalid', { detail: errors[0]?.detail, errors });
}
