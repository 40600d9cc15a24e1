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
export { declareLimit, declaredLimits, rateOf, withinBounds, type Limit, type LimitValue, type Taker } from './limit';
export { LimitHits } from './limit-hits';
export { LIMITS_COLUMN, LimitRules, type SetLimits } from './limit-rules';
export { Limits } from './limits';
export { PersonBudget } from './person-budget';
export { RouteCosts } from './route-costs';
export { AREAS, PERIMETER_DOOR, areaOfRoute, type Area, type PerimeterDoor } from './perimeter-door';
