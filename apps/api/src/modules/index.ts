import { AccessModule } from './access';
import { ApiKeysModule } from './api-keys';
import { AssetsModule } from './assets';
import { AuthModule } from './auth';
import { BreachesModule } from './breaches';
import { DiscoveryModule } from './discovery';
import { AuditModule } from './audit';
import { BackupModule } from './backup';
import { HostSecurityModule } from './host-security';
import { JobsModule } from './jobs';
import { KeysModule } from './keys';
import { MailModule } from './mail';
import { OffboardingModule } from './offboarding';
import { OrgsModule } from './orgs';
import { PeopleModule } from './people';
import { PerimeterModule } from './perimeter';
import { PersonalModule } from './personal';
import { SearchModule } from './search';
import { SsoModule } from './sso';
import { StatusModule } from './status';
import { UpdatesModule } from './updates';
import { VaultModule } from './vault';

/** Every domain module of the product. */
export const MODULES = [
  OrgsModule,
  JobsModule,
  MailModule,
  BreachesModule,
  AccessModule,
  AuthModule,
  ApiKeysModule,
  SsoModule,
  OffboardingModule,
  PerimeterModule,
  PeopleModule,
  AssetsModule,
  DiscoveryModule,
  SearchModule,
  PersonalModule,
  AuditModule,
  VaultModule,
  KeysModule,
  BackupModule,
  StatusModule,
  HostSecurityModule,
  UpdatesModule,
];
