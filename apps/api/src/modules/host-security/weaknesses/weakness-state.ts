import type { ListFieldSpec } from '../../../platform/list';

/** Accepted: it is true and borne until a day. Ignored: it does not concern us. */
export const DECISIONS = ['accepted', 'ignored'] as const;
export type Decision = (typeof DECISIONS)[number];

export const WEAKNESS_STATES = ['open', ...DECISIONS, 'gone'] as const;
export type WeaknessState = (typeof WEAKNESS_STATES)[number];

interface Facts {
  goneAt: unknown;
  decision: Decision | null;
  decidedUntil: Date | string | null;
}

/** A decision counts until its last moment, and nobody has to end it. */
export function stateOf({ goneAt, decision, decidedUntil }: Facts, now: number): WeaknessState {
  if (goneAt) return 'gone';
  return decision && decidedUntil && momentOf(decidedUntil) > now ? decision : 'open';
}

const momentOf = (at: Date | string): number =>
  typeof at === 'string' && !at.endsWith('Z') ? Date.parse(`${at.replace(' ', 'T')}Z`) : new Date(at).getTime();

/** The same as SQL. */
export const STATE_SQL = `(CASE WHEN gone_at IS NOT NULL THEN 'gone'
  WHEN decision IS NOT NULL AND decided_until > UTC_TIMESTAMP(6) THEN decision ELSE 'open' END)`;

/** Lists can be narrowed to it. */
export const stateField: ListFieldSpec = {
  kind: 'choice',
  choices: WEAKNESS_STATES,
  operators: ['eq', 'in', 'ne'],
  sql: (operator, values) => ({
    text: `(${STATE_SQL} ${operator === 'ne' ? 'NOT ' : ''}IN (${values.map(() => '?').join(', ')}))`,
    params: [...values],
  }),
};
