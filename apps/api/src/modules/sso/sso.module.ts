import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { AccessModule } from '../access';
import { MailModule } from '../mail';
import { AddressTies } from './connections/address-ties';
import { BreakGlass } from './connections/break-glass';
import { ConnectionControl } from './connections/connection-control';
import { ConnectionDomains } from './connections/connection-domains';
import { ConnectionHealth } from './connections/connection-health';
import { ConnectionKinds } from './connections/connection-kinds';
import { ConnectionSecrets } from './connections/connection-secrets';
import { ConnectionTrail } from './connections/connection-trail';
import { ConnectionTests } from './connections/connection-tests';
import { ConnectionTrials } from './connections/connection-trials';
import {
  BreakGlassController,
  ConnectionController,
  ConnectionTestController,
} from './connections/connection.controller';
import { DomainRules } from './connections/domain-rules';
import { signInConnectionResource } from './connections/sign-in-connection.resource';
import { SignInConnectionService } from './connections/sign-in-connection.service';
import { ActingPerson } from './entering/acting-person';
import { EnteringController } from './entering/entering.controller';
import { ExternalSignIn } from './entering/external-sign-in';
import { FailedReturns } from './entering/failed-returns';
import { Knocks } from './entering/knocks';
import { OfferedConnections } from './entering/offered-connections';
import { OneUse } from './entering/one-use';
import { OwnConnection } from './entering/own-connection';
import { ProviderEndings } from './entering/provider-endings';
import { ProviderStepUps } from './entering/provider-step-ups';
import { Refusals } from './entering/refusals';
import { SignInAttempts } from './entering/sign-in-attempts';
import { SignInDeparture } from './entering/sign-in-departure';
import { SignInEntries } from './entering/sign-in-entries';
import { SignInReturns } from './entering/sign-in-returns';
import { SignInStarts } from './entering/sign-in-starts';
import { ExternalPeople } from './identities/external-people';
import { IdentityAdmin } from './identities/identity-admin';
import { IdentityLinks } from './identities/identity-links';
import { IdentityController } from './identities/identity.controller';
import { identityResource } from './identities/identity.resource';
import { OwnIdentities } from './identities/own-identities';
import { WaysIn } from './identities/ways-in';
import { GroupMappings } from './mappings/group-mappings';
import { MappedRoles } from './mappings/mapped-roles';
import { BackChannelLogout } from './oidc/backchannel-logout';
import { EntraGroups } from './oidc/entra-groups';
import { IdTokens } from './oidc/id-token';
import { LogoutTokens } from './oidc/logout-tokens';
import { OidcAddresses } from './oidc/oidc-addresses';
import { OidcExchange } from './oidc/oidc-exchange';
import { OidcKind } from './oidc/oidc-kind';
import { OidcProviders } from './oidc/oidc-provider';
import { OidcReturn } from './oidc/oidc-return';
import { OidcController } from './oidc/oidc.controller';
import { SigningKeys } from './oidc/signing-keys';
import { AcceptedLooks, DirectorySyncTables, DirectoryTurns, LDAP, LDAP_CONTROLLERS, StateBeforeLeaving } from './ldap';
import { SAML, SAML_CONTROLLERS, Saml } from './saml';
import { SignInConnections } from './migrations/1764200000000-sign-in-connections';

registerMigrations(SignInConnections, Saml, DirectorySyncTables, DirectoryTurns, AcceptedLooks, StateBeforeLeaving);
const parts = partsOf(
  { resource: signInConnectionResource, service: SignInConnectionService },
  { resource: identityResource, service: IdentityAdmin },
);

const CONNECTIONS = [
  ConnectionKinds,
  ConnectionSecrets,
  ConnectionHealth,
  ConnectionDomains,
  ConnectionControl,
  ConnectionTrail,
  ConnectionTests,
  ConnectionTrials,
  DomainRules,
  BreakGlass,
  AddressTies,
];
const ENTERING = [
  ActingPerson,
  ExternalSignIn,
  FailedReturns,
  OfferedConnections,
  Knocks,
  OneUse,
  OwnConnection,
  ProviderEndings,
  ProviderStepUps,
  Refusals,
  SignInAttempts,
  SignInDeparture,
  SignInEntries,
  SignInReturns,
  SignInStarts,
];
const PEOPLE = [ExternalPeople, IdentityLinks, OwnIdentities, WaysIn, MappedRoles, GroupMappings];
const OIDC = [
  BackChannelLogout,
  EntraGroups,
  IdTokens,
  LogoutTokens,
  OidcAddresses,
  OidcExchange,
  OidcKind,
  OidcProviders,
  OidcReturn,
  SigningKeys,
];

@Module({
  imports: [AccessModule, MailModule],
  controllers: [
    ConnectionController,
    ConnectionTestController,
    BreakGlassController,
    EnteringController,
    IdentityController,
    OidcController,
    ...LDAP_CONTROLLERS,
    ...SAML_CONTROLLERS,
    ...parts.controllers,
  ],
  providers: [...CONNECTIONS, ...ENTERING, ...PEOPLE, ...OIDC, ...LDAP, ...SAML, ...parts.providers],
  exports: [
    BreakGlass,
    IdentityLinks,
    ConnectionKinds,
    ConnectionSecrets,
    ExternalSignIn,
    SignInAttempts,
    SignInReturns,
    OneUse,
    Refusals,
  ],
})
export class SsoModule {}
