export { SsoModule } from './sso.module';
export { BreakGlass } from './connections/break-glass';
export { IdentityLinks } from './identities/identity-links';
