const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
// A `+` that nobody percent-encoded arrives as a blank.
const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?([Zz]|[+\- ]\d{2}:\d{2})$/;
const RELATIVE = /^([+-]?\d{1,5})([hdw])$/;
const HOURS = { h: 1, d: 24, w: 168 } as const;
const HOUR_MS = 3_600_000;

/** A day as YYYY-MM-DD from that spelling or from `2d`, `-1w` counted from today (UTC); undefined where it is neither. */
export function dayValue(text: string, now: Date): string | undefined {
  if (isDay(text)) return text;
  const moment = relative(text, now, /[dw]$/);
  return moment?.slice(0, 10);
}

/**
 * A moment in UTC from ISO 8601 with a zone, from a day (its first instant in UTC), or from `-2h`, `2d`, `-1w` counted
 * from now; undefined where it is none of these.
 */
export function momentValue(text: string, now: Date): string | undefined {
  if (isDay(text)) return `${text}T00:00:00.000Z`;
  const match = MOMENT.exec(text);
  if (match === null) return relative(text, now, /[hdw]$/);
  const [, day = '', clock = '', seconds = '00', fraction = '', zone = 'Z'] = match;
  if (!isDay(day)) return undefined;
  const offset = zone.toUpperCase().replace(' ', '+');
  // Date holds milliseconds only, the database microseconds: carry the decimals past it.
  return withFraction(inRange(new Date(`${day}T${clock}:${seconds}${offset}`)), fraction);
}

function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null || Number(match[1]) < 1000) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function relative(text: string, now: Date, units: RegExp): string | undefined {
  const match = RELATIVE.exec(text);
  if (match === null || !units.test(text)) return undefined;
  const hours = Number(match[1]) * HOURS[match[2] as keyof typeof HOURS];
  return inRange(new Date(now.getTime() + hours * HOUR_MS));
}

function inRange(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return year >= 1000 && year <= 9999 ? date.toISOString() : undefined;
}

function withFraction(moment: string | undefined, fraction: string): string | undefined {
  const decimals = fraction.replace(/0+$/, '').padEnd(3, '0');
  return moment?.replace(/\.\d{3}Z$/, `.${decimals}Z`);
}
