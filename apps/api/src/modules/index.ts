import { AccessModule } from './access';
import { ApiKeysModule } from './api-keys';
import { AssetsModule } from './assets';
import { AuthModule } from './auth';
import { DiscoveryModule } from './discovery';
import { AuditModule } from './audit';
import { KeysModule } from './keys';
import { OrgsModule } from './orgs';
import { PeopleModule } from './people';
import { PersonalModule } from './personal';
import { SearchModule } from './search';
import { VaultModule } from './vault';

/** Every domain module of the product. */
export const MODULES = [
  OrgsModule,
  AccessModule,
  AuthModule,
  ApiKeysModule,
  PeopleModule,
  AssetsModule,
  DiscoveryModule,
  SearchModule,
  PersonalModule,
  AuditModule,
  VaultModule,
  KeysModule,
];
