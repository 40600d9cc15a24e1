export {
  declaredResources,
  defineResource,
  pascal,
  type RefSpec,
  type Resource,
  type ResourceAccess,
} from './resource';
export { ResourceHouse } from './resource-house';
export { ResourceService, type Wanted } from './resource.service';
export { permissionOf } from './access-of';
export { partsOf } from './resource-module';
export { RefDto } from './ref.dto';
export { PageFactsDto, asPage } from './page.dto';
export { BulkArchive } from './bulk-archive';
export { Refs } from './refs';
export { keepAlwaysSet } from './always-set';
