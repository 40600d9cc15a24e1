import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { ErrorState, Facts, Forbidden, Notice, PageHead, Panel, Skeleton, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { useMe } from '../../shared/session';
import { Bundles } from './bundles';
import { CheckDialog } from './check-dialog';
import { say } from './messages';
import { Notes } from './notes';
import { Runs } from './runs';
import './updates.css';

type Overview = Api<'UpdateOverview'>;
const WATCHED_MS = 3000;

/** Which release runs, which lie in the inbox, and how updates ended. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return <Updates />;
}

function Updates() {
  const [looking, setLooking] = useState<string>();
  const {
    data: record,
    isError,
    error,
    refetch,
  } = useQuery({
    queryKey: ['record', 'updates'],
    queryFn: () => api.get<Overview>('updates'),
    // Followed while one is under way: the API itself goes away for a moment then, and what was read stays.
    refetchInterval: ({ state }) => (state.data && underWay(state.data) ? WATCHED_MS : false),
  });
  if (isError && !record) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!record) return <Skeleton lines={6} />;
  return (
    <div className="st-updates-tight">
      <PageHead title={say('updates')} />
      <p className="st-quiet">{say('updatesText')}</p>
      {!record.updater && <Notice tone="info">{say('byHand')}</Notice>}
      <UnderWay overview={record} />
      <Panel>
        <Facts facts={factsOf(record)} />
      </Panel>
      {record.inbox && <Bundles bundles={record.bundles} inbox={record.inbox} onLook={setLooking} />}
      <Runs runs={record.runs} />
      <Notes title={say('changes')} notes={record.notes} />
      {looking !== undefined && (
        <CheckDialog file={looking} inbox={record.inbox ?? ''} onClose={() => setLooking(undefined)} />
      )}
    </div>
  );
}

const underWay = ({ step, runs }: Overview): boolean => Boolean(step) || runs.some(({ state }) => state === 'waiting');

const STEPS = ['checking', 'unpacking', 'backing_up', 'swapping', 'migrating', 'starting', 'proved'] as const;

function UnderWay({ overview }: { overview: Overview }) {
  const step = STEPS.find((one) => one === overview.step);
  return (
    <div role="status">
      {underWay(overview) && <Notice tone="info">{say(step ? `step_${step}` : 'step_waiting')}</Notice>}
    </div>
  );
}

function factsOf({ version, number, backupFrom }: Overview): Parameters<typeof Facts>[0]['facts'] {
  return [
    [say('running'), say('runningNumber', { version, number: String(number) })],
    [say('backup'), backupFrom ? <Time key="backup" at={backupFrom} /> : say('never')],
  ];
}
