export { SsoModule } from './sso.module';
export { SignInConnectionEntity } from './connections/sign-in-connection.entity';
export { ConnectionKinds, type ConnectionKindRules } from './connections/connection-kinds';
export { ConnectionSecrets } from './connections/connection-secrets';
export { IdentityLinks } from './identities/identity-links';
export { ExternalSignIn } from './entering/external-sign-in';
export { OneUse } from './entering/one-use';
export { SignInAttempts } from './entering/sign-in-attempts';
export { SignInReturns } from './entering/sign-in-returns';
