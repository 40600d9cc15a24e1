import type { KeyBudget } from '../context';

/** One minute: budgets are told by it. */
export const BUDGET_SECONDS = 60;

/** What is left of a budget, in the words of draft-ietf-httpapi-ratelimit-headers-10 and in the older ones. */
export function budgetHeaders({ limit, remaining, resetSeconds }: KeyBudget): Record<string, string> {
  return {
    'ratelimit-policy': `"key";q=${limit};w=${BUDGET_SECONDS}`,
    ratelimit: `"key";r=${remaining};t=${resetSeconds}`,
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(resetSeconds),
  };
}
