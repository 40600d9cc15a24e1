import type { FieldProblem } from '@st0r/dto';

/** The seven kinds of refusal, each with one HTTP status. */
export const ERROR_STATUS = {
  Invalid: 400,
  Forbidden: 403,
  StepUpRequired: 403,
  NotFound: 404,
  Conflict: 409,
  TooMany: 429,
  Unavailable: 503,
} as const;

export type ErrorKind = keyof typeof ERROR_STATUS;

/** What a refusal carries beside its code; everything in here may be shown to the caller. */
export interface ErrorFacts {
  detail?: string;
  params?: Record<string, unknown>;
  errors?: readonly FieldProblem[];
  retryable?: boolean;
  /** Replaces the kind's status where HTTP has a more exact one (401, 410, 412, 413, 415, 422, 428). */
  status?: number;
  headers?: Record<string, string>;
}

/** Something the house refuses, in domain words; both faces render it, nothing else reaches a caller. */
export class DomainError extends Error {
  readonly status: number;
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly facts: ErrorFacts = {},
  ) {
    super(facts.detail ?? code);
    this.name = kind;
    this.status = facts.status ?? ERROR_STATUS[kind];
  }
}

/** The input is wrong; `errors` name each field. */
export class Invalid extends DomainError {
  constructor(code: string, facts: ErrorFacts = {}) {
    super('Invalid', code, facts);
  }
  /** One wrong field. */
  static field(
    pointer: string,
    code: string,
    ...[detail, params = {}]: [detail: string, params?: Record<string, unknown>]
  ): Invalid {
    return new Invalid('input.invalid', { detail, errors: [{ pointer, code, params, detail }] });
  }
}

/** No such record, or not yours: the same answer. */
export class NotFound extends DomainError {
  constructor(noun: string) {
    super('NotFound', `${noun}.not_found`, {
      detail: `This ${noun.replaceAll('_', ' ')} does not exist, or you cannot see it.`,
    });
  }
}

/** Known caller, visible record, missing right. */
export class Forbidden extends DomainError {
  constructor(code: string, facts: ErrorFacts = {}) {
    super('Forbidden', code, facts);
  }
}

/** The request disagrees with the present state; `status: 412` for stale versions. */
export class Conflict extends DomainError {
  constructor(code: string, facts: ErrorFacts = {}) {
    super('Conflict', code, facts);
  }
}

/** A fresh proof of identity is needed first; `params.class` says which. */
export class StepUpRequired extends DomainError {
  constructor(className: string, maxAgeSeconds: number) {
    super('StepUpRequired', 'step_up.required', {
      detail: 'Confirm that it is you, then try again.',
      params: { class: className, maxAgeSeconds },
    });
  }
}

/** Too often; `Retry-After` says when. */
export class TooMany extends DomainError {
  constructor(code: string, retryAfterSeconds: number, detail: string) {
    super('TooMany', code, {
      detail,
      retryable: true,
      headers: { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) },
    });
  }
}

/** A part of the house is away; trying later may work. */
export class Unavailable extends DomainError {
  constructor(code: string, detail: string) {
    super('Unavailable', code, { detail, retryable: true });
  }
}

/** Nobody is signed in, or the session has ended. */
export class Unauthenticated extends DomainError {
  constructor(code = 'session.missing', detail = 'Sign in to continue.') {
    super('Forbidden', code, { detail, status: 401 });
  }
}
