import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Api } from '@st0r/api-client';
import { api } from './api';
import { queryClient } from './query-client';

/** A record opened lately; its name of now, never a secret. */
export type Recent = Api<'Mark'>;

/** How long openings are gathered: whoever steps through records sends one message for them. */
const gatherMs = 2000;
const most = 50;

/** The last records the person opened and may see now, the newest first; the server keeps them, for every device. */
export const recentsQuery = queryOptions({
  queryKey: ['list', 'me/recents'],
  queryFn: ({ signal }) => api.get<Recent[]>('me/recents', undefined, { signal }),
  staleTime: 30_000,
});

let opened: string[] = [];
/** Whether a shell is there that tells the server. */
let telling = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes that a record was opened; told to the server a moment later, together with others. */
export function noteOpened(id: string): void {
  opened = [...opened.filter((each) => each !== id), id].slice(-most);
  if (telling) timer ??= setTimeout(() => void tellOpened(), gatherMs);
}

/** Tells what was noted at once, as leaving does. What cannot be told is no loss worth a word. */
export async function tellOpened(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const ids = opened;
  opened = [];
  if (ids.length === 0) return;
  await api.post('me/recents', { ids }, { keepalive: true }).catch(() => undefined);
  await queryClient.invalidateQueries({ queryKey: recentsQuery.queryKey });
}

/** Lets the server know what is opened while the shell is there and `on`, and at once when the page is put aside. */
export function useTellingOpened(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const handleHidden = () => void (document.hidden && tellOpened());
    telling = true;
    document.addEventListener('visibilitychange', handleHidden);
    return () => {
      telling = false;
      document.removeEventListener('visibilitychange', handleHidden);
    };
  }, [on]);
}

/** Remembers the record on screen once it is known. */
export function useRecent(id: string | undefined): void {
  useEffect(() => {
    if (id) noteOpened(id);
  }, [id]);
}

/** The recents with a way to forget them all. */
export function useRecents() {
  const client = useQueryClient();
  const query = useQuery(recentsQuery);
  async function clear() {
    opened = [];
    await api.delete('me/recents');
    await client.invalidateQueries({ queryKey: recentsQuery.queryKey });
  }
  return { recents: query.data ?? [], status: query.status, clear };
}

/** Clients in the order they were last worked in. */
export function recentClients(recents: readonly Recent[]): string[] {
  return [...new Set(recents.map((each) => each.organisation.slug))];
}
