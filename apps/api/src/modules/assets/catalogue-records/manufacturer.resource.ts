import { AuthorizePlatform, SignedIn } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { ManufacturerCreateDto, ManufacturerDto, ManufacturerUpdateDto } from './manufacturer.dto';
import { ManufacturerEntity } from './manufacturer.entity';

const KEPT_BY = 'the catalogue is shared by all clients';

export const manufacturerResource = defineResource({
  noun: 'manufacturer',
  plural: 'manufacturers',
  about: 'Makers of things; shared by the whole installation.',
  entity: ManufacturerEntity,
  dto: ManufacturerDto,
  create: ManufacturerCreateDto,
  update: ManufacturerUpdateDto,
  list: defineList({
    entity: ManufacturerEntity,
    fields: { name: { kind: 'text', sort: true }, updatedAt: { kind: 'moment', sort: true } },
    search: ['name'],
    defaultSort: 'name',
  }),
  access: {
    read: SignedIn('the catalogue holds no client data', { keys: true }),
    create: AuthorizePlatform(KEPT_BY),
    update: AuthorizePlatform(KEPT_BY),
    archive: AuthorizePlatform(KEPT_BY),
  },
});
