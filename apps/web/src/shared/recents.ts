import { useEffect } from 'react';
import type { IconName } from '@st0r/ui';

/** A record opened lately; titles only, never a secret. */
export type Recent = { href: string; title: string; kind: string; icon: IconName; org?: string };

const key = 'st0r.recents';
const kept = 50;

/** The records opened last in this browser, the newest first. */
export function recents(): Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? (stored as Recent[]) : [];
  } catch {
    return [];
  }
}

/** Forgets them, as signing out does. */
export function forgetRecents(): void {
  localStorage.removeItem(key);
}

/** Remembers the record on screen once it is known. */
export function useRecent(recent: Recent | undefined): void {
  const text = JSON.stringify(recent);
  useEffect(() => {
    if (!text) return;
    const opened = JSON.parse(text) as Recent;
    const others = recents().filter((each) => each.href !== opened.href);
    localStorage.setItem(key, JSON.stringify([opened, ...others].slice(0, kept)));
  }, [text]);
}
