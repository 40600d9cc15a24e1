export {
  declaredResources,
  defineResource,
  pascal,
  type RefSpec,
  type Resource,
  type ResourceAccess,
} from './resource';
export { ResourceHouse } from './resource-house';
export { ResourceService, permissionOf, type Wanted } from './resource.service';
export { partsOf } from './resource-module';
export { RefDto } from './ref.dto';
export { PageFactsDto, asPage } from './page.dto';
export { BulkArchive } from './bulk-archive';
export { Refs } from './refs';
export { keepAlwaysSet } from './always-set';
