const stampKey = 'st0r.refreshed';
let running: Promise<boolean> | undefined;

function stamp(): number {
  return Number(localStorage.getItem(stampKey) ?? 0);
}

async function exchange(since: number): Promise<boolean> {
  // Another tab may have refreshed while this one waited for the lock; its cookies are ours too.
  if (stamp() > since) return true;
  const response = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'X-MSP': '1', 'content-type': 'application/json' },
    body: '{}',
    credentials: 'same-origin',
  });
  // An answer nobody reads keeps its connection, and a page that waits for all of them waits for ever.
  await response.body?.cancel();
  // 409: a request that crossed ours got the successor; the cookie jar already holds it.
  if (!response.ok && response.status !== 409) return false;
  localStorage.setItem(stampKey, String(Date.now()));
  return true;
}

/**
 * Renews the session for a request sent at `since` (milliseconds). One renewal at a time over all tabs, because a
 * refresh token used twice ends the session. `false` when the person has to sign in again.
 */
export function renewSession(since: number): Promise<boolean> {
  const locked = () =>
    'locks' in navigator ? navigator.locks.request('st0r.refresh', () => exchange(since)) : exchange(since);
  running ??= locked()
    .catch(() => false)
    .finally(() => (running = undefined));
  return running;
}
