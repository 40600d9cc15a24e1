import { LdapController } from './connection/ldap.controller';
import { LdapKind } from './connection/ldap-kind';
import { LdapTests } from './connection/ldap-tests';
import { Breaker } from './directory/breaker';
import { Directories } from './directory/directories';
import { DirectoryCheck } from './directory/directory-check';
import { DirectoryEntrance } from './entering/directory-entrance';
import { DirectoryPlaces } from './entering/directory-places';
import { PersonProofs } from './people/person-proof';
import { Departures } from './sync/departures';
import { DirectoryReader } from './sync/directory-reader';
import { DirectorySyncController } from './sync/directory-sync.controller';
import { DirectoryFollowing, DirectoryLooking, DirectorySyncing } from './sync/directory-sync.job';
import { DirectorySync } from './sync/directory-sync';
import { KnownPeople } from './sync/known-people';
import { PlanGround } from './sync/plan-ground';
import { SyncCarrier } from './sync/sync-carrier';
import { SyncOrders } from './sync/sync-orders';
import { SyncReports } from './sync/sync-reports';
import { SyncRequests } from './sync/sync-requests';
import { SyncTurns } from './sync/sync-turns';
import { SyncWords } from './sync/sync-words';

export { DirectorySyncTables } from './migrations/1765000000000-directory-sync';
export { AcceptedLooks } from './migrations/1765000000200-accepted-looks';
export { DirectoryTurns } from './migrations/1765000000100-directory-turns';
export { StateBeforeLeaving } from './migrations/1766400040000-state-before-leaving';

/** What the module of sign-in connections takes from here. */
export const LDAP_CONTROLLERS = [LdapController, DirectorySyncController];
export const LDAP = [
  Breaker,
  Departures,
  Directories,
  DirectoryCheck,
  DirectoryEntrance,
  DirectoryFollowing,
  DirectoryLooking,
  DirectoryPlaces,
  DirectoryReader,
  DirectorySync,
  DirectorySyncing,
  KnownPeople,
  LdapKind,
  LdapTests,
  PersonProofs,
  PlanGround,
  SyncCarrier,
  SyncOrders,
  SyncReports,
  SyncRequests,
  SyncTurns,
  SyncWords,
];
