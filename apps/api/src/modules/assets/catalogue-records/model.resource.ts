import { AuthorizePlatform, SignedIn } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ASSET_TYPE_CODES } from '../asset-types';
import { ManufacturerEntity } from './manufacturer.entity';
import { ModelCreateDto, ModelDto, ModelUpdateDto } from './model.dto';
import { MODEL_SOURCES, ModelEntity } from './model.entity';

const KEPT_BY = 'the catalogue is shared by all clients';

export const modelResource = defineResource({
  noun: 'model',
  plural: 'models',
  about: 'Products of manufacturers; shared by the whole installation.',
  entity: ModelEntity,
  dto: ModelDto,
  create: ModelCreateDto,
  update: ModelUpdateDto,
  list: defineList({
    entity: ModelEntity,
    fields: {
      name: { kind: 'text', sort: true },
      manufacturer: { kind: 'id', column: 'manufacturer_id' },
      partNumber: { kind: 'text', sort: true },
      slug: { kind: 'text' },
      type: { kind: 'choice', choices: ASSET_TYPE_CODES, sort: true },
      source: { kind: 'choice', choices: MODEL_SOURCES },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'part_number', 'slug'],
    defaultSort: 'name',
  }),
  refs: { manufacturer: { entity: () => ManufacturerEntity, id: 'manufacturerId' } },
  access: {
    read: SignedIn('the catalogue holds no client data', { keys: true }),
    create: AuthorizePlatform(KEPT_BY),
    update: AuthorizePlatform(KEPT_BY),
    archive: AuthorizePlatform(KEPT_BY),
  },
});
