/** How many backups stay: the newest of so many days, weeks and months. */
export interface KeepRules {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

const FORM = /^daily=(\d{1,3}),weekly=(\d{1,3}),monthly=(\d{1,3})$/;
const DAY_MS = 86_400_000;

/** Reads `daily=14,weekly=8,monthly=12`; throws what is wrong with it. */
export function readKeepRules(text: string): KeepRules {
  const [, daily, weekly, monthly] = FORM.exec(text.replaceAll(' ', '')) ?? [];
  if (daily === undefined || Number(daily) < 1)
    throw new Error('reads daily=14,weekly=8,monthly=12 with at least one a day');
  return { daily: Number(daily), weekly: Number(weekly), monthly: Number(monthly) };
}

/** When a backup was made, by its name. */
export const madeAt = (name: string): Date =>
  new Date(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z'));

/** Those that may go; the newest one never does, however old it is. Names sort by time. */
export function surplus(names: readonly string[], { daily, weekly, monthly }: KeepRules): string[] {
  const newest = [...names].sort().reverse();
  const kept = new Set([
    ...newest.slice(0, 1),
    ...newestOfEach(newest, dayOf, daily),
    ...newestOfEach(newest, weekOf, weekly),
    ...newestOfEach(newest, monthOf, monthly),
  ]);
  return newest.filter((name) => !kept.has(name)).reverse();
}

/** Those older than so many days; the newest one stays here, too. */
export function outOfTime(names: readonly string[], days: number, now = new Date()): string[] {
  const oldest = [...names].sort();
  return oldest.slice(0, -1).filter((name) => now.getTime() - madeAt(name).getTime() > days * DAY_MS);
}

function newestOfEach(newest: readonly string[], periodOf: (at: Date) => string, count: number): string[] {
  const found = new Map<string, string>();
  for (const name of newest) {
    const period = periodOf(madeAt(name));
    if (!found.has(period) && found.size < count) found.set(period, name);
  }
  return [...found.values()];
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
// The Monday a week begins with.
const weekOf = (at: Date): string => dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS));
