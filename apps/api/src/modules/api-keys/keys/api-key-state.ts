import type { ListFieldSpec } from '../../../platform/list';

export const KEY_STATES = ['active', 'suspended', 'expired', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];
/** Why a key stands still: somebody said so, or it reached beyond its scopes too often. */
export const SUSPENSIONS = ['person', 'breaches'] as const;

interface Facts {
  revokedAt: unknown;
  suspendedAt: unknown;
  expiresOn: string;
}

/** What a key is good for on a day (YYYY-MM-DD, UTC). It works through the day it expires on. */
export function stateOf({ revokedAt, suspendedAt, expiresOn }: Facts, today: string): KeyState {
  if (revokedAt) return 'revoked';
  if (expiresOn < today) return 'expired';
  return suspendedAt ? 'suspended' : 'active';
}

/** The same as SQL, so that lists can be narrowed to it. */
export const stateField: ListFieldSpec = {
  kind: 'choice',
  choices: KEY_STATES,
  operators: ['eq', 'in', 'ne'],
  sql: (operator, values) => ({
    text: `(CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_on < UTC_DATE() THEN 'expired'
      WHEN suspended_at IS NOT NULL THEN 'suspended' ELSE 'active' END ${operator === 'ne' ? 'NOT ' : ''}IN (${values.map(() => '?').join(', ')}))`,
    params: [...values],
  }),
};

export const today = (): string => new Date().toISOString().slice(0, 10);
