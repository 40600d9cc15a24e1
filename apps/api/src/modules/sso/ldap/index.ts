import { LdapController } from './connection/ldap.controller';
import { LdapKind } from './connection/ldap-kind';
import { LdapTests } from './connection/ldap-tests';
import { Breaker } from './directory/breaker';
import { Directories } from './directory/directories';
import { DirectoryCheck } from './directory/directory-check';
import { DirectoryEntrance } from './entering/directory-entrance';
import { DirectoryPlaces } from './entering/directory-places';
import { PersonProofs } from './people/person-proof';

/** What the module of sign-in connections takes from here. */
export const LDAP_CONTROLLERS = [LdapController];
export const LDAP = [
  Breaker,
  Directories,
  DirectoryCheck,
  DirectoryEntrance,
  DirectoryPlaces,
  LdapKind,
  LdapTests,
  PersonProofs,
];
