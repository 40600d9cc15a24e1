import type { DtoClass } from '@st0r/dto';
import { ownershipOf, type EntityClass, type HouseRow } from '../database';
import { nameList, type ListSpec } from '../list';

/** A relation shown as `{id, name, type}` beside its id. */
export interface RefSpec {
  /** The related entity. */
  entity: () => EntityClass;
  /** Property that holds its id. */
  id: string;
}

/** Who may do what; each is a declaration such as `Authorize('asset.read')`. */
export interface ResourceAccess {
  read: MethodDecorator;
  create?: MethodDecorator;
  update?: MethodDecorator;
  archive?: MethodDecorator;
  /** Taking the list out as a file; as reading it unless told. */
  export?: MethodDecorator;
}

export interface ResourceOptions {
  /** camelCase: `asset`, `customField`. */
  noun: string;
  /** camelCase: `assets`. */
  plural: string;
  entity: EntityClass<HouseRow>;
  dto: DtoClass;
  create?: DtoClass;
  update?: DtoClass;
  list: ListSpec;
  access: ResourceAccess;
  /** DTO property of the relation -> where it comes from. */
  refs?: Record<string, RefSpec>;
  /** One sentence for the OpenAPI tag. */
  about: string;
}

/** A declared resource; one row of the registry. */
export interface Resource extends ResourceOptions {
  /** kebab-case path under /api/v1. */
  readonly path: string;
  /** PascalCase name: `Asset`. */
  readonly title: string;
  readonly refs: Record<string, RefSpec>;
  readonly tenant: boolean;
}

const registry = new Map<string, Resource>();
const byEntity = new Map<EntityClass, Resource>();

/** Declares a resource: list, get, create, update, archive and restore over REST and GraphQL. */
export function defineResource(options: ResourceOptions): Resource {
  const resource: Resource = {
    refs: {},
    ...options,
    path: options.plural.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    title: pascal(options.noun),
    tenant: ownershipOf(options.entity).kind === 'organisation',
  };
  if (registry.has(resource.noun)) throw new Error(`${resource.noun} is declared twice`);
  registry.set(resource.noun, resource);
  byEntity.set(resource.entity, resource);
  nameList(resource.path, resource.list);
  return resource;
}

/** Every declared resource, for the promises that hold for all of them. */
export const declaredResources = (): readonly Resource[] => [...registry.values()];

/** The resource an entity is shown as. */
export const resourceOf = (entity: EntityClass): Resource | undefined => byEntity.get(entity);

/** `customField` -> `CustomField`. */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
