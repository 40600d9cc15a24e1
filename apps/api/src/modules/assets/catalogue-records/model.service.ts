import { Injectable } from '@nestjs/common';
import { Invalid } from '../../../platform/errors';
import { ResourceHouse, ResourceService, keepAlwaysSet } from '../../../platform/resource';
import { deviceTypeSlug } from '../device-types';
import { ManufacturerEntity } from './manufacturer.entity';
import type { ModelCreateDto, ModelUpdateDto } from './model.dto';
import type { ModelEntity } from './model.entity';
import { modelResource } from './model.resource';

/** Models typed in by hand. Imports go through the library. */
@Injectable()
export class ModelService extends ResourceService<ModelEntity> {
  constructor(house: ResourceHouse) {
    super(modelResource, house);
  }

  override async create(input: ModelCreateDto): Promise<object> {
    await this.house.refs.check({ ...input }, this.resource.refs, null);
    const maker = await this.house.repositories.house(ManufacturerEntity).get(input.manufacturerId);
    const slug = input.slug || deviceTypeSlug(maker.name, input.name);
    if (!slug) throw Invalid.field('/slug', 'required', 'Give a short name in a-z, 0-9 and dashes.');
    const { uHeight, fullDepth } = input;
    const draft = { ...input, slug, uHeight: uHeight ?? 0, fullDepth: fullDepth ?? false, source: 'own' };
    return this.show(await this.repository.create(draft as Partial<ModelEntity>));
  }

  override update(id: string, patch: ModelUpdateDto, version?: number): Promise<object> {
    return super.update(id, keepAlwaysSet(patch, ['name', 'slug', 'uHeight', 'fullDepth']), version);
  }
}
