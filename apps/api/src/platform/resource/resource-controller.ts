import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Patch, Post, Query, type Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { asPage, pageDto } from './page.dto';
import type { Resource } from './resource';
import { documentList } from './document-list';
import { versionFrom } from '../http/etag';
import { RecordId } from '../http/record-id.pipe';
import { readListQuery } from '../http/list-query';
import type { ResourceService } from './resource.service';

type Descriptor = TypedPropertyDescriptor<unknown>;

/** The REST face of a resource: one line per verb, declarations applied by hand because the class is made at run time. */
export function resourceController(resource: Resource, token: symbol | Type): Type {
  class ResourceController {
    constructor(readonly service: ResourceService) {}

    async list(query: Record<string, string>): Promise<unknown> {
      return asPage(await this.service.list(readListQuery(resource.list.shape, query)));
    }
    get(id: string): Promise<unknown> {
      return this.service.get(id);
    }
    create(input: object): Promise<unknown> {
      return this.service.create(input);
    }
    update(id: string, patch: object, ifMatch?: string): Promise<unknown> {
      return this.service.update(id, patch, versionFrom(ifMatch));
    }
    archive(id: string): Promise<unknown> {
      return this.service.archive(id);
    }
    restore(id: string): Promise<unknown> {
      return this.service.restore(id);
    }
  }
  const { prototype } = ResourceController;
  const on = (
    method: keyof ResourceController,
    types: unknown[],
    ...decorators: (MethodDecorator | PropertyDecorator)[]
  ): void => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method) as Descriptor;
    Reflect.defineMetadata('design:paramtypes', types, prototype, method);
    for (const decorate of decorators) (decorate as MethodDecorator)(prototype, method, descriptor);
  };
  const { access, dto, title } = resource;
  const idParam = (method: keyof ResourceController): void => Param('id', RecordId)(prototype, method, 0);
  const described = (operationId: string, summary: string): MethodDecorator => ApiOperation({ operationId, summary });
  const plural = resource.plural.charAt(0).toUpperCase() + resource.plural.slice(1);
  const noun = title.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

  Query()(prototype, 'list', 0);
  on(
    'list',
    [Object],
    described(`list${plural}`, `List ${plural.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`),
    access.read,
    Get(),
    ApiOkResponse({ type: pageDto(resource) }),
    ...documentList(resource),
  );
  idParam('get');
  on(
    'get',
    [String],
    described(`get${title}`, `Get one ${noun}`),
    access.read,
    Get(':id'),
    ApiOkResponse({ type: dto }),
  );
  if (resource.create && access.create) {
    Body()(prototype, 'create', 0);
    on(
      'create',
      [resource.create],
      described(`create${title}`, `Create a ${noun}`),
      access.create,
      Post(),
      ApiBody({ type: resource.create }),
      ApiCreatedResponse({ type: dto }),
    );
  }
  if (resource.update && access.update) {
    idParam('update');
    Body()(prototype, 'update', 1);
    Headers('if-match')(prototype, 'update', 2);
    on(
      'update',
      [String, resource.update, String],
      described(`update${title}`, `Change a ${noun}`),
      access.update,
      Patch(':id'),
      ApiBody({ type: resource.update }),
      ApiOkResponse({ type: dto }),
    );
  }
  if (access.archive) {
    for (const verb of ['archive', 'restore'] as const) {
      idParam(verb);
      on(
        verb,
        [String],
        described(`${verb}${title}`, `${verb === 'archive' ? 'Archive' : 'Restore'} a ${noun}`),
        access.archive,
        Post(`:id/${verb}`),
        HttpCode(200),
        ApiOkResponse({ type: dto }),
      );
    }
  }
  Inject(token)(ResourceController, undefined as never, 0);
  ApiTags(resource.path)(ResourceController);
  Controller(resource.path)(ResourceController);
  Object.defineProperty(ResourceController, 'name', { value: `${title}Controller` });
  return ResourceController;
}
