export {
  HouseWide,
  OrgOwned,
  declaredEntities,
  ownershipOf,
  searchableTypes,
  tenantTables,
  type EntityClass,
  type Ownership,
  type PartSearch,
  type RecordSearch,
} from './ownership';
export { HouseRow, OrgRow } from './rows';
export { HouseRepository, TenantRepository } from './tenant-repository';
export { Repositories } from './repositories';
export { UnitOfWork } from './unit-of-work';
export { Sql } from './sql';
export { CodeColumns } from './code-columns';
export { Statements } from './statements';
export { StatementRefused, type Statement } from './statement';
export { Connections } from './connections';
export { REBUILD_SEALED } from './row-views/row-views';
export { HOUSE } from './row-views/row-scope';
export { declareRows, organisationTables } from './row-views/rows-of-organisations';
export { rightsOn, rowViewDrift } from './row-views/row-view-drift';
export { knownMigrations, registerMigrations, statementsOfTheHouse } from './migrations';
export { RECORD_COLUMNS, TENANT_COLUMNS, migration, within } from './migration';
export { changesBetween } from './changes';
export { snake } from './naming';
export { exactWord, titleWord, wordsOf } from './search-words';
export { AccountDatabase, AccountSession } from './account-database';
export { Lease, LeaseLost } from './lease';
export { LeaseHeld, underLease, type StillAlone } from './under-lease';
export { afterRestore, declareAfterRestore } from './after-restore';
export { declareOnLeaving, onLeaving } from './on-leaving';
export { SchemaDump } from './dump/schema-dump';
export { SchemaSwap } from './dump/schema-swap';
export { ScratchRefused, ScratchSchema } from './dump/scratch-schema';
