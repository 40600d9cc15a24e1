import type { KeyBudget } from '../context';

/** One minute: budgets of keys are told by it. */
export const BUDGET_SECONDS = 60;
/** The policy of API keys. */
const KEY = { name: 'key', seconds: BUDGET_SECONDS };

/** What is left of a budget, in the words of draft-ietf-httpapi-ratelimit-headers-10 and in the older ones. */
export function budgetHeaders(
  { limit, remaining, resetSeconds }: KeyBudget,
  { name, seconds }: { name: string; seconds: number } = KEY,
): Record<string, string> {
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=${seconds}`,
    ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(resetSeconds),
  };
}
