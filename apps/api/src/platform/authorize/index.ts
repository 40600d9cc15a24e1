export { PERMISSIONS, isPermission, type Permission } from './permissions';
export {
  ACCESS,
  Authorize,
  AuthorizePlatform,
  Public,
  SignedIn,
  type Access,
  type StepUp,
} from './authorize.decorator';
export { AuthorizeGuard, requireStepUp } from './authorize.guard';
export { Policy } from './policy';
export { RateLimit, type Rate, type Taken } from './rate-limit';
