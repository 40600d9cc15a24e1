import { useSyncExternalStore } from 'react';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** "3 minutes ago" for a moment in milliseconds seen from `now`. */
export function relativeTime(moment: number, now: number): string {
  const seconds = Math.round((moment - now) / 1000);
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.round(seconds / unit[1]), unit[0]) : relative.format(0, 'second');
}

/** A moment in the reader's zone and format, in full. */
export function absoluteTime(moment: string | number): string {
  return absolute.format(new Date(moment));
}

let minute = Date.now();
function subscribe(listener: () => void): () => void {
  const timer = setInterval(() => {
    minute = Date.now();
    listener();
  }, 30_000);
  return () => clearInterval(timer);
}

/** A moment (ISO 8601), said relative to now with the full time on hover. Draws a dash when there is none. */
export function Time({ at }: { at: string | null | undefined }) {
  const now = useSyncExternalStore(subscribe, () => minute);
  if (!at || Number.isNaN(Date.parse(at))) return <span className="st-none">–</span>;
  return (
    <time dateTime={at} title={absoluteTime(at)}>
      {relativeTime(Date.parse(at), Math.max(now, Date.now() - 30_000))}
    </time>
  );
}

/** A calendar day (`YYYY-MM-DD`) in the reader's format; days have no zone, so none is applied. */
export function Day({ on }: { on: string | null | undefined }) {
  if (!on || Number.isNaN(Date.parse(on))) return <span className="st-none">–</span>;
  return <time dateTime={on}>{day.format(new Date(`${on.slice(0, 10)}T00:00:00Z`))}</time>;
}
