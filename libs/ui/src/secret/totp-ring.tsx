import { useEffect, useState } from 'react';
import { kit } from '../kit-messages';

/** Seconds until a time-step of `period` seconds ends, seen at `now` in milliseconds (RFC 6238 counts from the epoch). */
export function secondsLeft(period: number, now: number): number {
  return period - (Math.floor(now / 1000) % period);
}

type RingProps = { period?: number; until?: number; onEnd?: () => void };

/** A ring that empties: towards the next TOTP step, or towards the moment `until` (milliseconds) when given. */
export function TotpRing({ period = 30, until, onEnd }: RingProps) {
  const [left, setLeft] = useState(() => remaining(period, until));
  useEffect(() => {
    let before = remaining(period, until);
    const timer = setInterval(() => {
      const next = remaining(period, until);
      if (next > before || next <= 0) onEnd?.();
      before = next;
      setLeft(next);
    }, 1_000);
    return () => clearInterval(timer);
  }, [period, until, onEnd]);
  const share = Math.max(0, Math.min(1, left / period));
  return (
    <span className="st-ring" role="timer" aria-label={kit('secondsLeft', { n: left })} data-low={left <= 5}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" />
        <circle cx="10" cy="10" r="8" pathLength="1" strokeDasharray={`${share} 1`} />
      </svg>
      <span aria-hidden="true">{left}</span>
    </span>
  );
}

function remaining(period: number, until: number | undefined): number {
  const now = Date.now();
  return until === undefined ? secondsLeft(period, now) : Math.max(0, Math.ceil((until - now) / 1000));
}
