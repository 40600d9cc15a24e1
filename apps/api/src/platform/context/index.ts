export {
  HOUSE_ACTOR,
  organisationsWith,
  type Actor,
  type ActorKey,
  type ActorSession,
  type ActorSight,
  type Grant,
  type KeyBudget,
} from './actor';
export { RequestContext, type Beside, type Origin, type Unit } from './request-context';
export { narrowed } from './narrowed';
