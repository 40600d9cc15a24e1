import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Optional,
  Param,
  Patch,
  Post,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '@st0r/list-query';
import type { FastifyReply } from 'fastify';
import { Works } from '../authorize';
import { leaving } from '../authorize/leaving';
import { ownershipOf } from '../database';
import { ListExport, type ExportColumns } from '../export';
import type { Page } from '../list';
import { BulkArchive } from './bulk-archive';
import { BulkResultDto, BulkSelectionDto } from './bulk.dto';
import { asPage, pageDto } from './page.dto';
import type { Resource } from './resource';
import { documentExport, documentList } from './document-list';
import { sparse } from './sparse';
import { versionFrom } from '../http/etag';
import { RecordId } from '../http/record-id.pipe';
import { readListQuery } from '../http/list-query';
import type { ResourceService } from './resource.service';

type Descriptor = TypedPropertyDescriptor<unknown>;

/** The REST face of a resource: one line per verb, declarations applied by hand because the class is made at run time. */
export function resourceController(resource: Resource, token: symbol | Type, columns?: Type<ExportColumns>): Type {
  class ResourceController {
    constructor(
      readonly service: ResourceService,
      readonly exports: ListExport,
      readonly bulk: BulkArchive,
      readonly columns?: ExportColumns,
    ) {}

    async list(query: Record<string, string>): Promise<unknown> {
      const asked = readListQuery(resource.list.shape, query);
      return asPage(sparse(resource, await this.service.list(asked), asked));
    }
    async export(query: Record<string, string>, reply: FastifyReply): Promise<void> {
      const list = (asked: ListQuery): Promise<Page<object>> => this.service.list(asked);
      const { type, name, content } = await this.exports.file({ resource, list, more: this.columns }, query);
      const disposition = `attachment; filename="${name}"`;
      const headers = { 'content-type': type, 'content-disposition': disposition, 'cache-control': 'no-store' };
      await reply.headers(headers).send(content);
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
  const { noun: recorded } = ownershipOf(resource.entity);
  const idParam = (method: keyof ResourceController): void => Param('id', RecordId)(prototype, method, 0);
  const described = (operationId: string, summary: string): MethodDecorator => ApiOperation({ operationId, summary });
  const plural = resource.plural.charAt(0).toUpperCase() + resource.plural.slice(1);
  const noun = words(title);

  Query()(prototype, 'list', 0);
  on(
    'list',
    [Object],
    described(`list${plural}`, `List ${words(plural)}`),
    access.read,
    Get(),
    ApiOkResponse({ type: pageDto(resource) }),
    ...documentList(resource),
  );
  Query()(prototype, 'export', 0);
  Res()(prototype, 'export', 1);
  on(
    'export',
    [Object, Object],
    described(`export${plural}`, `Exactly the rows of a list of ${words(plural)}, as a file`),
    access.export ?? access.read,
    Works('bulk'),
    Get('export'),
    ...documentExport(resource),
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
      leaving(access.create, `${recorded}.created`),
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
      leaving(access.update, `${recorded}.updated`),
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
        leaving(access.archive, `${recorded}.${verb}d`),
        Post(`:id/${verb}`),
        HttpCode(200),
        ApiOkResponse({ type: dto }),
      );
    }
  }
  if (access.archive && resource.tenant) {
    for (const verb of ['archive', 'restore'] as const) {
      const method = `${verb}Many` as const;
      Body()(prototype, method, 0);
      on(
        method,
        [BulkSelectionDto],
        described(
          `${verb}${plural}`,
          `${verb === 'archive' ? 'Archive' : 'Restore'} many ${words(plural)}, or preview it`,
        ),
        leaving(access.archive, `${recorded}.${verb}d`),
        Works('bulk'),
        Post(`bulk-${verb}`),
        HttpCode(200),
        ApiOkResponse({ type: BulkResultDto }),
      );
    }
  }
  Inject(token)(ResourceController, undefined as never, 0);
  Inject(ListExport)(ResourceController, undefined as never, 1);
  Inject(BulkArchive)(ResourceController, undefined as never, 2);
  const fourth = columns ? Inject(columns) : Optional();
  fourth(ResourceController, undefined as never, 3);
  ApiTags(resource.path)(ResourceController);
  Controller(resource.path)(ResourceController);
  Object.defineProperty(ResourceController, 'name', { value: `${title}Controller` });
  return ResourceController;
}

/** `VaultFolders` -> `vault folders`. */
const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
