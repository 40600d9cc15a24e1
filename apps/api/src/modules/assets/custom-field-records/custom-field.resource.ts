import { Authorize } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { CUSTOM_FIELD_TYPES } from '../custom-fields';
import { CustomFieldCreateDto, CustomFieldDto, CustomFieldUpdateDto } from './custom-field.dto';
import { CustomFieldEntity } from './custom-field.entity';

export const customFieldResource = defineResource({
  noun: 'customField',
  plural: 'customFields',
  about: 'Fields an organisation adds to its assets.',
  entity: CustomFieldEntity,
  dto: CustomFieldDto,
  create: CustomFieldCreateDto,
  update: CustomFieldUpdateDto,
  list: defineList({
    entity: CustomFieldEntity,
    fields: {
      position: { kind: 'int', sort: true },
      label: { kind: 'text', sort: true },
      slug: { kind: 'text', sort: true },
      type: { kind: 'choice', choices: CUSTOM_FIELD_TYPES },
      assetType: {
        kind: 'text',
        operators: ['eq'],
        sql: (_operator, [type]) => ({
          text: '(asset_types IS NULL OR JSON_CONTAINS(asset_types, JSON_QUOTE(?)))',
          params: [type],
        }),
      },
      min: { kind: 'text', column: 'lower_limit', filter: false },
      max: { kind: 'text', column: 'upper_limit', filter: false },
    },
    search: ['label', 'slug'],
    defaultSort: 'position,label',
  }),
  access: {
    read: Authorize('org.read'),
    create: Authorize('org.update'),
    update: Authorize('org.update'),
    archive: Authorize('org.update'),
  },
});
