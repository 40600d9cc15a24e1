export {
  Conflict,
  DomainError,
  Forbidden,
  Invalid,
  NotFound,
  StepUpRequired,
  TooMany,
  Unauthenticated,
  Unavailable,
  type ErrorFacts,
} from './domain-error';
export { asDomainError, isUnknown, problemOf, type Problem } from './problem';
