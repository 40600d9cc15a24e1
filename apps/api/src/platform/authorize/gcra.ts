/** `limit` calls per `periodSeconds` in the long run, at most `burst` of them at once. */
export interface Rate {
  readonly limit: number;
  readonly periodSeconds: number;
  readonly burst: number;
}

/** The part of a rate one of so many equal nodes lets through; a single call that costs much still fits into it. */
export const shareOf = (rate: Rate, nodes: number, cost: number): Rate => ({
  ...rate,
  limit: rate.limit / nodes,
  burst: Math.min(rate.burst, Math.max(cost, Math.floor(rate.burst / nodes))),
});

/** Whether this call may go on; if not, in how many seconds it may. */
export interface Taken {
  readonly allowed: boolean;
  readonly retryAfterSeconds: number;
  /** Places left for now. */
  readonly remaining: number;
  /** Seconds until all places are there again. */
  readonly resetSeconds: number;
}

/** Seconds from one place to the next. */
export const intervalOf = ({ limit, periodSeconds }: Rate): number => periodSeconds / limit;

/** How far ahead of now the next call may be due, so that `cost` places are still free. */
export const toleranceOf = (rate: Rate, cost: number): number => (rate.burst - cost) * intervalOf(rate);

/** The answer to a call after which the next one is due `ahead` seconds from now. */
export function takenOf(
  rate: Rate,
  { cost, ahead, allowed }: { cost: number; ahead: number; allowed: boolean },
): Taken {
  const interval = intervalOf(rate);
  const behind = Math.max(0, ahead);
  return {
    allowed,
    retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(ahead - toleranceOf(rate, cost))),
    // A hair more than nothing keeps 2.9999999 places from being called 2.
    remaining: Math.max(0, Math.floor(rate.burst - behind / interval + 1e-6)),
    resetSeconds: Math.ceil(behind),
  };
}

/** Of two answers about one budget, allowed only where both allow it. */
export const stricterOf = (one: Taken, other: Taken): Taken => ({
  allowed: one.allowed && other.allowed,
  retryAfterSeconds: Math.max(one.retryAfterSeconds, other.retryAfterSeconds),
  remaining: Math.min(one.remaining, other.remaining),
  resetSeconds: Math.max(one.resetSeconds, other.resetSeconds),
});

/** A hair more than nothing, so that sums of fractions of seconds do not cost the last place. */
const HAIR = 0.000_01;

/** Budgets of this process alone: exact here, gone with it. */
export class ProcessBudgets {
  private readonly due = new Map<string, number>();

  constructor(private readonly most = 10_000) {}

  take(key: string, rate: Rate, { cost, now }: { cost: number; now: number }): Taken {
    const due = Math.max(this.due.get(key) ?? 0, now);
    const allowed = due - now <= toleranceOf(rate, cost) + HAIR;
    const next = allowed ? due + cost * intervalOf(rate) : due;
    if (!this.due.has(key) && this.due.size >= this.most) this.forget(now);
    this.due.set(key, next);
    return takenOf(rate, { cost, ahead: next - now, allowed });
  }

  /** Whoever owes nothing is as good as new; where all owe something, who has been known longest makes room. */
  private forget(now: number): void {
    for (const [key, due] of this.due) if (due <= now) this.due.delete(key);
    for (const key of this.due.keys()) {
      if (this.due.size < this.most) return;
      this.due.delete(key);
    }
  }
}
