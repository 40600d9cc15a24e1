import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@st0r/ui';
import { reportResult } from '../../shared/provider-window';
import { say } from './messages';

/** Where a window that was sent to a provider comes back to: it tells the page that waits, and closes itself. */
export function Component() {
  const [search] = useSearchParams();
  const ok = search.get('result') === 'ok';
  useEffect(() => reportResult(ok ? 'ok' : 'refused'), [ok]);
  return (
    <main className="st-gate">
      <title>{`${say(ok ? 'windowDone' : 'windowRefused')} · ClientSt0r`}</title>
      <EmptyState
        page
        icon={ok ? 'check-circle' : 'exclamation-triangle'}
        title={say(ok ? 'windowDone' : 'windowRefused')}
      >
        {say('windowClose')}
      </EmptyState>
    </main>
  );
}
