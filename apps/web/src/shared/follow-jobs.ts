import type { Api } from '@st0r/api-client';
import { api } from './api';

export type JobRecord = Api<'Job'>;

const AGAIN_MS = 5000;

/**
 * Calls `tell` for each change of one's own jobs until the answer is called. The browser comes back by itself after a lost
 * connection; after a refusal the session is renewed first, by a call that knows how.
 */
export function followJobs(tell: (job: JobRecord) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  function open(): void {
    source = new EventSource('/api/v1/me/events');
    source.addEventListener('job', (event) => tell(JSON.parse((event as MessageEvent<string>).data) as JobRecord));
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED || over) return;
      timer = setTimeout(() => void renew(), AGAIN_MS);
    });
  }
  async function renew(): Promise<void> {
    const good = await api.get('me').then(
      () => true,
      () => false,
    );
    if (over) return;
    if (good) open();
    else timer = setTimeout(() => void renew(), AGAIN_MS * 4);
  }
  open();
  return () => {
    over = true;
    clearTimeout(timer);
    source?.close();
  };
}
