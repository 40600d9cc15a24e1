import { Inject, type Type } from '@nestjs/common';
import { Args, ID, Info, Int as GraphInt, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ListInput } from '@st0r/list-query';
import { leaving } from '../authorize/leaving';
import { ownershipOf } from '../database';
import { asConnection, connectionType } from '../graphql/connection';
import { filterInput } from '../graphql/filter-input';
import { wantedFields, type QueryInfo } from '../graphql/wanted';
import { readListInput } from '../http/list-query';
import { RecordId } from '../http/record-id.pipe';
import { BulkArchive } from './bulk-archive';
import { BulkResultDto, BulkSelectionDto } from './bulk.dto';
import { pascal, type Resource } from './resource';
import type { ResourceService } from './resource.service';

interface ListArgs extends ListInput {
  org?: string;
}

/** From a connection to its records. */
const WAYS = [['nodes'], ['edges', 'node']];

/** The GraphQL face of a resource: the same service, the same declarations. */
export function resourceResolver(resource: Resource, token: symbol | Type): Type {
  const { access, dto, list, noun, plural, title } = resource;
  const { noun: recorded } = ownershipOf(resource.entity);

  class ResourceResolver {
    constructor(
      readonly service: ResourceService,
      readonly bulk: BulkArchive,
    ) {}

    async list(
      ...[, filter, sort, first, after, last, before, q, archived, total, group, folded, info]: unknown[]
    ): Promise<unknown> {
      const input = { filter, sort, first, after, last, before, q, archived, total, group, folded } as ListArgs;
      const wanted = wantedFields(info as QueryInfo, WAYS);
      return asConnection(await this.service.list(readListInput(list.shape, input), wanted));
    }
    get(id: string, info: QueryInfo): Promise<unknown> {
      return this.service.get(id, wantedFields(info));
    }
    create(input: object): Promise<unknown> {
      return this.service.create(input);
    }
    update(id: string, input: object, version?: number): Promise<unknown> {
      return this.service.update(id, input, version);
    }
    archive(id: string): Promise<unknown> {
      return this.service.archive(id);
    }
    archiveMany(input: BulkSelectionDto): Promise<unknown> {
      return this.bulk.run({ resource, service: this.service, verb: 'archive' }, input);
    }
    restoreMany(input: BulkSelectionDto): Promise<unknown> {
      return this.bulk.run({ resource, service: this.service, verb: 'restore' }, input);
    }
    restore(id: string): Promise<unknown> {
      return this.service.restore(id);
    }
  }
  const { prototype } = ResourceResolver;
  const on = (method: keyof ResourceResolver, types: unknown[], ...decorators: MethodDecorator[]): void => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor;
    Reflect.defineMetadata('design:paramtypes', types, prototype, method);
    for (const decorate of decorators) decorate(prototype, method, descriptor);
  };
  const argument = (
    method: keyof ResourceResolver,
    at: number,
    { name, type, nullable = false }: { name: string; type: unknown; nullable?: boolean },
  ): void => Args(name, { type: () => type as never, nullable })(prototype, method, at);
  const idArgument = (method: keyof ResourceResolver): void =>
    Args('id', { type: () => ID }, RecordId)(prototype, method, 0);

  // Made once and early: the schema builder reads the types before it asks the thunks.
  const Filter = filterInput(title, list);
  const Connection = connectionType(title, dto);
  const listArguments: [string, unknown][] = [
    ['org', String],
    ['filter', Filter],
    ['sort', [String]],
    ['first', GraphInt],
    ['after', String],
    ['last', GraphInt],
    ['before', String],
    ['q', String],
    ['archived', String],
    ['total', Boolean],
    ['group', String],
    ['folded', [String]],
  ];
  listArguments.forEach(([name, type], at) => argument('list', at, { name, type, nullable: true }));
  Info()(prototype, 'list', listArguments.length);
  on(
    'list',
    [...listArguments, 'info'].map(() => Object),
    access.read,
    Query(() => Connection, { name: plural }),
  );
  idArgument('get');
  Info()(prototype, 'get', 1);
  on(
    'get',
    [String, Object],
    access.read,
    Query(() => dto, { name: noun }),
  );
  if (resource.create && access.create) {
    argument('create', 0, { name: 'input', type: resource.create });
    on(
      'create',
      [resource.create],
      leaving(access.create, `${recorded}.created`),
      Mutation(() => dto, { name: `create${title}` }),
    );
  }
  if (resource.update && access.update) {
    idArgument('update');
    argument('update', 1, { name: 'input', type: resource.update });
    argument('update', 2, { name: 'version', type: GraphInt, nullable: true });
    on(
      'update',
      [String, resource.update, Number],
      leaving(access.update, `${recorded}.updated`),
      Mutation(() => dto, { name: `update${title}` }),
    );
  }
  if (access.archive) {
    for (const verb of ['archive', 'restore'] as const) {
      idArgument(verb);
      on(
        verb,
        [String],
        leaving(access.archive, `${recorded}.${verb}d`),
        Mutation(() => dto, { name: `${verb}${title}` }),
      );
    }
  }
  if (access.archive && resource.tenant) {
    for (const verb of ['archive', 'restore'] as const) {
      const method = `${verb}Many` as const;
      argument(method, 0, { name: 'input', type: BulkSelectionDto });
      on(
        method,
        [BulkSelectionDto],
        leaving(access.archive, `${recorded}.${verb}d`),
        Mutation(() => BulkResultDto, { name: `${verb}${pascal(plural)}` }),
      );
    }
  }
  Inject(token)(ResourceResolver, undefined as never, 0);
  Inject(BulkArchive)(ResourceResolver, undefined as never, 1);
  Resolver(() => dto)(ResourceResolver);
  Object.defineProperty(ResourceResolver, 'name', { value: `${title}Resolver` });
  return ResourceResolver;
}
