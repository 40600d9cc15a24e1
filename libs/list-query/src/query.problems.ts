import { MAX_PROBLEMS } from './list-query.limits';
import type { QueryProblem } from './list-query.types';

/** A reason before it is tied to a place in the input. */
export type Reason = Omit<QueryProblem, 'pointer'>;

/** Collects reasons up to the cap, so that hostile input cannot make the answer larger than itself. */
export class Problems {
  readonly list: QueryProblem[] = [];

  get full(): boolean {
    return this.list.length >= MAX_PROBLEMS;
  }

  add(pointer: string, reason: Reason): void {
    if (!this.full) this.list.push({ pointer, ...reason });
  }
}

/** Shortens text from outside before it is echoed. */
export function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).toWellFormed()}...`;
}

/** A JSON pointer (RFC 6901) of the given steps. */
export function pointerTo(...steps: readonly string[]): string {
  return steps.map((step) => `/${clip(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A reason in words, with its machine-readable code and facts. */
export function reason(code: string, detail: string, params: Record<string, unknown> = {}): Reason {
  return { code, params, detail };
}

/** The reason for a name outside an allow-list, naming what is allowed. */
export function unknownName(code: string, name: string, allowed: readonly string[]): Reason {
  const names = allowed.length > 0 ? allowed.join(', ') : 'nothing';
  return reason(code, `"${clip(name)}" is not known here. Allowed: ${names}.`, { name: clip(name), allowed });
}
