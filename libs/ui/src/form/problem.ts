import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';

/** One thing the server refused; `pointer` is a JSON pointer (RFC 6901) into the body. */
export type FieldProblem = { pointer: string; code: string; params?: Record<string, unknown>; detail?: string };
/** What the form kit needs of a problem+json answer (RFC 9457). */
export type ProblemLike = { detail?: string; errors?: readonly FieldProblem[] };

/** The react-hook-form name for a pointer: `/interfaces/0/mac` is `interfaces.0.mac`. */
export function fieldOfPointer(pointer: string): string {
  const steps = pointer.replace(/^#?\//, '').split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

/** Puts each refusal under its field; returns the sentences that belong to no field, for the top of the form. */
export function applyProblem<T extends FieldValues>(
  problem: ProblemLike,
  form: { setError: UseFormSetError<T>; getValues: () => T },
): string[] {
  const errors = problem.errors ?? [];
  if (errors.length === 0) return [problem.detail ?? ''];
  const known = new Set(Object.keys(form.getValues()));
  const loose = errors.filter((error) => !known.has(fieldOfPointer(error.pointer).split('.')[0] ?? ''));
  for (const [place, error] of errors.filter((each) => !loose.includes(each)).entries()) {
    const refusal = { type: error.code, message: error.detail ?? error.code };
    form.setError(fieldOfPointer(error.pointer) as Path<T>, refusal, { shouldFocus: place === 0 });
  }
  return loose.map((error) => error.detail ?? error.code);
}

/** Narrows anything thrown to a problem the form can show. */
export function asProblem(thrown: unknown): ProblemLike {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const { detail, message, errors } = thrown as { detail?: unknown; message?: unknown; errors?: unknown };
  const text = typeof detail === 'string' ? detail : message;
  return {
    detail: typeof text === 'string' ? text : undefined,
    errors: Array.isArray(errors) ? (errors as FieldProblem[]) : [],
  };
}
