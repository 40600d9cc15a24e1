import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { EventRecorder } from '../events';
import type { EntityClass } from './ownership';
import type { HouseRow, OrgRow } from './rows';
import { HouseRepository, TenantRepository, type RepositoryParts } from './tenant-repository';
import { UnitOfWork } from './unit-of-work';

/** Hands out the repository of an entity. */
@Injectable()
export class Repositories {
  private readonly parts: RepositoryParts;

  constructor(work: UnitOfWork, context: RequestContext, recorder: EventRecorder) {
    this.parts = { work, context, recorder };
  }

  /** The door to an organisation-owned entity. */
  of<E extends OrgRow>(entity: EntityClass<E>): TenantRepository<E> {
    return new TenantRepository(entity, this.parts);
  }

  /** The door to an entity of the installation itself. */
  house<E extends HouseRow>(entity: EntityClass<E>): HouseRepository<E> {
    return new HouseRepository(entity, this.parts);
  }
}
