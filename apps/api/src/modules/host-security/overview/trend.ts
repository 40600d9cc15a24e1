import { SEVERITIES, type Severity } from '../reports/report';

const DAY_MS = 86_400_000;
/** What was seen longer ago is known no more. */
const KNOWN_DAYS = 14;

/** An inspection that could look. */
export interface Looked extends Record<Severity, number> {
  source: string;
  subject: string;
  takenAt: number;
  updates: number | null;
}

/** What was known at the end of one day. */
export interface TrendDay {
  at: string;
  known: boolean;
  seen: Record<Severity, number>;
  updates: number;
}

/** What was known at the end of each of the last `many` days: of each machine and project its newest look until then. */
export function trendOf(looks: readonly Looked[], now: number, many: number): TrendDay[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  return Array.from({ length: many }, (_, place) => {
    const begin = today - (many - 1 - place) * DAY_MS;
    const newest = new Map<string, Looked>();
    for (const look of looks)
      if (look.takenAt < begin + DAY_MS && look.takenAt >= begin - KNOWN_DAYS * DAY_MS) keepNewer(newest, look);
    const known = [...newest.values()];
    const sum = (of: (look: Looked) => number): number => known.reduce((total, look) => total + of(look), 0);
    const seen = Object.fromEntries(SEVERITIES.map((one) => [one, sum((look) => look[one])]));
    const counted = { seen: seen as Record<Severity, number>, updates: sum(({ updates }) => updates ?? 0) };
    return { at: new Date(begin).toISOString(), known: known.length > 0, ...counted };
  });
}

function keepNewer(newest: Map<string, Looked>, look: Looked): void {
  const key = `${look.source} ${look.subject}`;
  const kept = newest.get(key);
  if (!kept || kept.takenAt < look.takenAt) newest.set(key, look);
}
