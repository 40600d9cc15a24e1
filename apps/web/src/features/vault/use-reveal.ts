import { useEffect, useRef, useState } from 'react';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { askReason, withReason } from '../../shared/reason';
import { say } from './messages';

type Secret = { value: string; hideAfterSeconds: number };
/** A secret on screen until a moment (milliseconds). */
export type Shown = { value: string; until: number };

/** Why an act on a secret did not happen, in words; undefined where the person turned a question down. */
export function refusalOf(error: unknown): string | undefined {
  if (error === askReason.declined || isProblem(error, 'step_up.required')) return undefined;
  if (isProblem(error, 429) && error.retryAfterSeconds) {
    const at = new Date(Date.now() + error.retryAfterSeconds * 1000);
    return say('budget', { time: at.toLocaleTimeString(undefined, { timeStyle: 'short' }) });
  }
  return error instanceof Error ? error.message : say('failed');
}

/**
 * Reveals one secret into this component alone: no cache ever holds it. Hidden again after the seconds the server
 * names, when the window loses the focus or is hidden, and when the component leaves. `now` reveals at once.
 */
export function useReveal(path: string, now = false) {
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const left = useRef(false);
  const hide = () => setShown(undefined);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(hide, shown.until - Date.now());
    const hideWhenHidden = () => document.hidden && hide();
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hideWhenHidden);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hideWhenHidden);
    };
  }, [shown]);
  async function reveal() {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { value, hideAfterSeconds } = await withReason((body) => api.post<Secret>(path, body));
      if (!left.current && !document.hidden) setShown({ value, until: Date.now() + hideAfterSeconds * 1000 });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  }
  const latest = useRef(reveal);
  useEffect(() => {
    latest.current = reveal;
  });
  useEffect(() => {
    if (now) void latest.current();
  }, [now]);
  return { shown, busy, refusal, reveal, hide };
}
