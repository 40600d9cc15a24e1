import { useSyncExternalStore } from 'react';
import { Notice } from '@st0r/ui';
import { shell } from './messages';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that what is on screen may be out of date while the browser has no connection. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : <Notice tone="warning">{shell('offline')}</Notice>;
}
