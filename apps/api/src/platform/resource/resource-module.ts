import type { Provider, Type } from '@nestjs/common';
import type { ExportColumns } from '../export';
import type { Resource } from './resource';
import { resourceController } from './resource-controller';
import { ResourceHouse } from './resource-house';
import { resourceResolver } from './resource-resolver';
import { ResourceService } from './resource.service';

/** The Nest parts of a resource, for the module that owns it. */
export interface ResourceParts {
  controllers: Type[];
  providers: Provider[];
}

/** The verbs both faces call. */
export type ServesVerbs = Pick<ResourceService, 'list' | 'get' | 'create' | 'update' | 'archive' | 'restore'>;

/** A resource with the service written by hand for it. */
export interface Served {
  resource: Resource;
  service: Type<ServesVerbs>;
  /** Knows columns an export may hold beside those of the DTO. */
  exports?: Type<ExportColumns>;
}

/** Controllers and providers of several resources; a plain one gets the plain service. */
export function partsOf(...resources: (Resource | Served)[]): ResourceParts {
  const parts: ResourceParts = { controllers: [], providers: [] };
  for (const item of resources) {
    const { resource, service, exports } = 'resource' in item ? item : { resource: item };
    const token = service ?? Symbol(`${resource.title}Service`);
    const plain: Provider = {
      provide: token,
      useFactory: (house: ResourceHouse) => new ResourceService(resource, house),
      inject: [ResourceHouse],
    };
    parts.providers.push(service ?? plain, resourceResolver(resource, token), ...(exports ? [exports] : []));
    parts.controllers.push(resourceController(resource, token, exports));
  }
  return parts;
}
