import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ErrorState, Forbidden, Notice, PageHead, showToast, Skeleton, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { lazyDialog } from '../../shared/lazy-part';
import { useMe } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { OVERVIEW, totalOf, type HostSecurity } from './host-security.api';
import { say } from './messages';
import { Subjects } from './subjects';
import { Trend } from './trend';
import { Weaknesses } from './weaknesses';
import './host-security.css';

const BringReport = lazyDialog(() => import('./bring-report'));

const WATCHED_MS = 2000;

/** What is known against packages, how old that is, and what was decided about it. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return <Overview />;
}

function Overview() {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['record', OVERVIEW],
    queryFn: () => api.get<HostSecurity>(OVERVIEW),
    // Watched while somebody looks, left alone otherwise.
    refetchInterval: ({ state }) => (state.data?.looking ? WATCHED_MS : false),
  });
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <PageHead title={say('hostSecurity')} actions={<Acts looking={data.looking} />} />
      <p className="st-quiet">{say('text')}</p>
      <Verdict security={data} />
      <Subjects security={data} />
      <Trend days={data.days} />
      <Weaknesses />
    </>
  );
}

function Acts({ looking }: { looking: boolean }) {
  const [bringing, setBringing] = useState(false);
  const look = useSave<undefined>('host-security/inspect', {
    refresh: [OVERVIEW, 'jobs'],
    onSaved: () => showToast({ text: say('looking'), tone: 'info' }),
  });
  return (
    <>
      <Button icon="upload" onClick={() => setBringing(true)}>
        {say('bring')}
      </Button>
      <Button icon="search" tone="primary" busy={look.busy || looking} onClick={() => void look.save(undefined)}>
        {say('look')}
      </Button>
      {bringing && <BringReport onClose={() => setBringing(false)} />}
    </>
  );
}

function Verdict({ security: { state, open, missing, nextAt } }: { security: HostSecurity }) {
  return (
    <>
      {state === 'affected' && <Notice tone="danger">{say('openText', { n: totalOf(open) })}</Notice>}
      {state === 'unknown' && <Notice tone="warning">{say('unknownText')}</Notice>}
      {state === 'clean' && <Notice tone="success">{say('cleanText')}</Notice>}
      {missing.includes('machine') && <Notice tone="warning">{say('machine')}</Notice>}
      {missing.includes('product') && <Notice tone="warning">{say('product')}</Notice>}
      {nextAt && (
        <p className="st-quiet">
          {say('next')} <Time at={nextAt} />
        </p>
      )}
    </>
  );
}
