import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from './authorize.decorator';

/** One handler with its declaration, as it stands in permissions.lock.json. */
export interface DeclaredHandler {
  /** `POST /credentials/:id/reveal` or `mutation createAsset`. */
  name: string;
  access: Access | undefined;
}

const ROUTE_PATH = 'path';
const ROUTE_METHOD = 'method';
const GRAPHQL_TYPE = 'graphql:resolver_type';
const GRAPHQL_NAME = 'graphql:resolver_name';

/** Walks every route, query, mutation and field resolver; one without a declaration and the process does not start. */
@Injectable()
export class BootCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.handlers().filter((handler) => handler.access === undefined);
    if (open.length === 0) return;
    throw new Error(`These handlers declare no permission: ${open.map((handler) => handler.name).join(', ')}`);
  }

  /** Every handler of the process, sorted by name. */
  handlers(): DeclaredHandler[] {
    const wrappers = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    const found = wrappers.flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || !instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as object | null;
      if (!prototype) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => this.describe(metatype, prototype, method));
    });
    return [...new Map(found.map((handler) => [handler.name, handler])).values()].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  }

  private describe(cls: Function, prototype: object, method: string): DeclaredHandler[] {
    const handler = (prototype as Record<string, unknown>)[method];
    if (typeof handler !== 'function') return [];
    const name = routeName(cls, handler) ?? fieldName(cls, handler, method);
    if (!name) return [];
    const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, cls)) as Access | undefined;
    return [{ name, access }];
  }
}

/** The name of a handler in permissions.lock.json: its route, or its GraphQL field. */
export const handlerName = (cls: Function, handler: Function): string =>
  routeName(cls, handler) ?? fieldName(cls, handler, handler.name) ?? handler.name;

function routeName(cls: Function, handler: Function): string | undefined {
  const verb = Reflect.getMetadata(ROUTE_METHOD, handler) as RequestMethod | undefined;
  const base = Reflect.getMetadata(ROUTE_PATH, cls) as string | undefined;
  if (verb === undefined || base === undefined) return undefined;
  const path = [base, String(Reflect.getMetadata(ROUTE_PATH, handler) ?? '')]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter(Boolean)
    .join('/');
  return `${RequestMethod[verb]} /${path}`;
}

function fieldName(cls: Function, handler: Function, method: string): string | undefined {
  const type = Reflect.getMetadata(GRAPHQL_TYPE, handler) as string | undefined;
  const property = Reflect.getMetadata('graphql:resolve_property', handler) as boolean | undefined;
  if (!type && !property) return undefined;
  const name = (Reflect.getMetadata(GRAPHQL_NAME, handler) as string | undefined) ?? method;
  return type ? `${type.toLowerCase()} ${name}` : `field ${cls.name}.${name}`;
}
