import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { HotkeySettings, Theme } from '@st0r/ui';
import { api } from './api';
import { meQuery, useMe, type Me } from './session';

/** What a person chose for themselves; kept on the server, so it is there on the phone too. */
export type Preferences = {
  /** Slugs of clients, in the order they were marked. */
  favourites?: string[];
  theme?: Theme;
  density?: 'compact' | 'comfortable';
  /** Single keys on or off, and other keys for named acts. */
  keys?: Partial<HotkeySettings>;
  /** Columns by list, as the address holds them. */
  columns?: Record<string, string>;
};

/** The person's own choices. `change` shows at once and is kept in the background; what is given replaces what it names, entry by entry in keys and columns. */
export function usePreferences(): { preferences: Preferences; change: (patch: Partial<Preferences>) => Promise<void> } {
  const client = useQueryClient();
  const me = useMe();
  const change = useCallback(
    async (patch: Partial<Preferences>) => {
      const before = client.getQueryData<Me>(meQuery.queryKey);
      if (!before) return;
      const preferences = merged(before.preferences ?? {}, patch);
      client.setQueryData<Me>(meQuery.queryKey, { ...before, preferences });
      try {
        // Only the parts that were changed: what another tab chose meanwhile stays.
        await api.patch('me/preferences', { preferences: patch });
      } catch {
        // What is shown must be what will be there tomorrow.
        await client.invalidateQueries({ queryKey: meQuery.queryKey });
      }
    },
    [client],
  );
  return { preferences: (me.preferences ?? {}) as Preferences, change };
}

/** As the server merges: parts by name, and the entries of a part that is an object by theirs. */
function merged(before: Record<string, unknown>, patch: Partial<Preferences>): Record<string, unknown> {
  const entries = Object.entries(patch).map(([name, part]) => {
    const old = before[name];
    return [name, isPlain(old) && isPlain(part) ? { ...old, ...part } : part];
  });
  return { ...before, ...Object.fromEntries(entries) };
}

const isPlain = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/** The marked clients, with a way to mark and unmark one. */
export function useFavourites(): { favourites: readonly string[]; toggle: (slug: string) => void } {
  const { preferences, change } = usePreferences();
  const favourites = preferences.favourites ?? [];
  function toggle(slug: string) {
    const others = favourites.filter((each) => each !== slug);
    void change({ favourites: others.length < favourites.length ? others : [...favourites, slug] });
  }
  return { favourites, toggle };
}
