/** Milliseconds from 1601, where Windows begins to count, to 1970. */
const EPOCH_MS = 11_644_473_600_000n;
const TICKS_PER_MS = 10_000n;
const NEVER = new Set([0n, 9_223_372_036_854_775_807n]);

/** A FILETIME as a moment; null for the two values that mean never, and for what is none. */
export function windowsTime(text: string | null): Date | null {
  if (!text || !/^\d{1,19}$/.test(text)) return null;
  const ticks = BigInt(text);
  if (NEVER.has(ticks)) return null;
  const moment = new Date(Number(ticks / TICKS_PER_MS - EPOCH_MS));
  return Number.isNaN(moment.getTime()) ? null : moment;
}
