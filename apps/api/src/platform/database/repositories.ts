import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RequestContext } from '../context';
import { EventRecorder } from '../events';
import type { EntityClass } from './ownership';
import type { HouseRow, OrgRow } from './rows';
import { HouseRepository, TenantRepository, type RepositoryParts } from './tenant-repository';
import { Statements } from './statements';

/** Hands out the repository of an entity. */
@Injectable()
export class Repositories {
  private readonly parts: RepositoryParts;
  private readonly made = new Map<EntityClass, HouseRepository<never>>();

  constructor(
    statements: Statements,
    context: RequestContext,
    recorder: EventRecorder,
    @Inject(DataSource) source: DataSource,
  ) {
    this.parts = { statements, context, recorder, source };
  }

  /** The door to an organisation-owned entity. */
  of<E extends OrgRow>(entity: EntityClass<E>): TenantRepository<E> {
    return this.kept(entity, () => new TenantRepository(entity, this.parts));
  }

  /** The door to an entity of the installation itself. */
  house<E extends HouseRow>(entity: EntityClass<E>): HouseRepository<E> {
    return this.kept(entity, () => new HouseRepository(entity, this.parts));
  }

  /** A repository holds nothing of a request: one per entity will do. */
  private kept<R extends object>(entity: EntityClass, make: () => R): R {
    const known = this.made.get(entity);
    if (known) return known as unknown as R;
    const repository = make();
    this.made.set(entity, repository as never);
    return repository;
  }
}
