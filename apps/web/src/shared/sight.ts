import { useEffect } from 'react';
import type { Api } from '@st0r/api-client';
import { showToast } from '@st0r/ui';
import { api } from './api';
import { queryClient } from './query-client';
import { tellOpened } from './recents';

/** With whose rights the person looks instead of their own. */
export type Sight = Api<'MySight'>;
/** A colleague or a role at one client. */
export type Seen = { userId: string } | { roleId: string };

/** All tabs of a browser share one session, and with it whose rights it looks with. */
const CHANNEL = 'st0r-sight';

function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Reads everything on screen anew when another tab began or ended to look; what was typed stays. */
export function useSightOfOtherTabs(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void queryClient.invalidateQueries();
    return () => channel.close();
  }, []);
}

/** Looks with other rights from here on. A full load, so that nothing of what one may see oneself stays in memory. */
export async function startSight(client: { id: string; slug: string }, seen: Seen): Promise<void> {
  await tellOpened();
  try {
    await api.post('sights', { organisationId: client.id, ...seen });
  } catch (refusal) {
    showToast({ text: (refusal as Error).message, tone: 'danger' });
    return;
  }
  tellOtherTabs();
  location.assign(`/o/${client.slug}`);
}

/** One's own rights again. Over already is as good as ended. */
export async function endSight(back: string): Promise<void> {
  await api.delete('sights/current').catch(() => undefined);
  tellOtherTabs();
  location.assign(back);
}
