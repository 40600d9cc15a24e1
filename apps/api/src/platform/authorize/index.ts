export { NEVER_GRANTABLE, PERMISSIONS, isPermission, type Permission } from './permissions';
export {
  ACCESS,
  Authorize,
  AuthorizePlatform,
  Public,
  SignedIn,
  Works,
  type Access,
  type StepUp,
} from './authorize.decorator';
export { AuthorizeGuard, requireStepUp } from './authorize.guard';
export { KEY_DOOR, closedToKey, scopesFor, type Breach, type KeyDoor } from './key-door';
export { SIGHT_DOOR, type SightDoor } from './sight-door';
export { Policy } from './policy';
export type { Rate, Taken } from './gcra';
export { RateLimit } from './rate-limit';
export { RouteCosts } from './route-costs';
export { AREAS, PERIMETER_DOOR, areaOfRoute, type Area, type PerimeterDoor } from './perimeter-door';
