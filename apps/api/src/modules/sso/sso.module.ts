import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { AccessModule } from '../access';
import { BreakGlass } from './connections/break-glass';
import { ConnectionControl } from './connections/connection-control';
import { ConnectionDomains } from './connections/connection-domains';
import { ConnectionHealth } from './connections/connection-health';
import { ConnectionKinds } from './connections/connection-kinds';
import { ConnectionSecrets } from './connections/connection-secrets';
import { ConnectionTrail } from './connections/connection-trail';
import { BreakGlassController, ConnectionController } from './connections/connection.controller';
import { DomainRules } from './connections/domain-rules';
import { signInConnectionResource } from './connections/sign-in-connection.resource';
import { SignInConnectionService } from './connections/sign-in-connection.service';
import { ExternalSignIn } from './entering/external-sign-in';
import { OneUse } from './entering/one-use';
import { Refusals } from './entering/refusals';
import { SignInAttempts } from './entering/sign-in-attempts';
import { SignInEntries } from './entering/sign-in-entries';
import { ExternalPeople } from './identities/external-people';
import { GroupMappings } from './mappings/group-mappings';
import { MappedRoles } from './mappings/mapped-roles';
import { OidcKind } from './oidc/oidc-kind';
import { SignInConnections } from './migrations/1764200000000-sign-in-connections';

registerMigrations(SignInConnections);
const parts = partsOf({ resource: signInConnectionResource, service: SignInConnectionService });

const CONNECTIONS = [
  ConnectionKinds,
  ConnectionSecrets,
  ConnectionHealth,
  ConnectionDomains,
  ConnectionControl,
  ConnectionTrail,
  OidcKind,
  DomainRules,
  BreakGlass,
];
const ENTERING = [SignInAttempts, SignInEntries, OneUse, Refusals, ExternalPeople, ExternalSignIn];
const ROLES = [MappedRoles, GroupMappings];

@Module({
  imports: [AccessModule],
  controllers: [ConnectionController, BreakGlassController, ...parts.controllers],
  providers: [...CONNECTIONS, ...ENTERING, ...ROLES, ...parts.providers],
  exports: [ConnectionKinds, ConnectionSecrets, ExternalSignIn, SignInAttempts, OneUse, Refusals],
})
export class SsoModule {}
