export { HOUSE_ACTOR, organisationsWith, type Actor, type ActorSession, type Grant } from './actor';
export { RequestContext, type Origin, type Unit } from './request-context';
