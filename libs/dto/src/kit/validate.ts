import type { z } from 'zod';
import { schemaOf } from './schema';
import type { DtoClass } from './field';

/** One thing wrong with an input: a JSON pointer, a dotted code, parameters for translation and a sentence. */
export interface FieldProblem {
  pointer: string;
  code: string;
  params: Record<string, unknown>;
  detail: string;
}

/** What `validate` answers: the tidy value, or every problem at once. */
export type Validated<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** Checks plain data against a DTO; unknown properties, wrong types and over-long text are all named. */
export function validate<T extends object>(dto: DtoClass<T>, input: unknown): Validated<T> {
  // Without reportInput a wrong type could not be told from a missing value.
  const result = schemaOf(dto).safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, value: result.data as T };
  return { ok: false, problems: result.error.issues.flatMap(describe) };
}

function describe(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = pointer(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem(pointer([...issue.path, key]), 'unknown', {}, `There is no property "${shorten(key)}" here.`),
      );
    case 'invalid_type':
      return [
        issue.input === undefined
          ? problem(at, 'required', {}, 'This is required.')
          : problem(at, 'type', { expected: issue.expected }, `Expected ${issue.expected}.`),
      ];
    case 'invalid_value':
      return [problem(at, 'choice', { allowed: issue.values }, `Expected one of: ${issue.values.join(', ')}.`)];
    case 'invalid_format':
      return [problem(at, 'format', { format: issue.format }, 'Not in the expected form.')];
    case 'too_big':
      return [problem(at, 'too_big', { max: issue.maximum }, `At most ${issue.maximum}.`)];
    case 'too_small':
      return [problem(at, 'too_small', { min: issue.minimum }, `At least ${issue.minimum}.`)];
    case 'custom': {
      const { code = 'invalid', ...params } = (issue.params ?? {}) as Record<string, unknown>;
      return [problem(at, String(code), params, issue.message)];
    }
    default:
      return [problem(at, 'invalid', {}, issue.message)];
  }
}

function problem(
  at: string,
  code: string,
  ...[params, detail]: [params: Record<string, unknown>, detail: string]
): FieldProblem {
  return { pointer: at, code, params, detail };
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${shorten(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
