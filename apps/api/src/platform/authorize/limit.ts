import type { Rate } from './gcra';

/** From the least to the most something may be set to. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** How often something may be done, under a name that pages, events and headers share. */
export interface Limit {
  /** noun.what: `vault.secrets`. */
  readonly name: string;
  /** What it limits, in a plain sentence. */
  readonly says: string;
  /** So many calls in so many seconds, where nobody has set something else. */
  readonly budget: number;
  readonly seconds: number;
  /** How many of the budget at once; in proportion where somebody sets another budget. */
  readonly burst: number;
  /** What administrators may set. */
  readonly bounds: { readonly budget: Bounds; readonly seconds: Bounds };
  /** Where places are counted without Redis, see `RateLimit`. */
  readonly kept: 'house' | 'process';
}

/** Who takes from a limit: a person, an API key or an address. */
export interface Taker {
  readonly kind: 'user' | 'api_key' | 'address';
  readonly id: string;
  /** For the event. */
  readonly name?: string;
}

/** What administrators set of a limit. */
export type LimitValue = Pick<Limit, 'budget' | 'seconds'>;

const declared = new Map<string, Limit>();

/** Makes a limit known to the page that lists all of them; the module that takes from it does this once. */
export function declareLimit(limit: Limit): Limit {
  declared.set(limit.name, limit);
  return limit;
}

/** Every limit there is, by name. */
export const declaredLimits = (): Limit[] =>
  [...declared.values()].toSorted((one, other) => one.name.localeCompare(other.name));

/** The rate of a limit as it is set: whoever doubles a budget doubles what may come at once. */
export function rateOf(limit: Limit, { budget, seconds }: LimitValue = limit): Rate {
  const burst = Math.max(1, Math.round((budget * limit.burst) / limit.budget));
  return { limit: budget, periodSeconds: seconds, burst };
}

/** Within the bounds, whatever somebody wrote into the database by other means. */
export function withinBounds(limit: Limit, value: Partial<LimitValue> | undefined): LimitValue {
  const kept = (what: keyof LimitValue): number => {
    const { least, most } = limit.bounds[what];
    return Math.min(most, Math.max(least, Math.round(Number(value?.[what] ?? limit[what])) || limit[what]));
  };
  return { budget: kept('budget'), seconds: kept('seconds') };
}
