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
export { asDomainError, isDuplicate, isUnknown, problemOf, type Problem } from './problem';
