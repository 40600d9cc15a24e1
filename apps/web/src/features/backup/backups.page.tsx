import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import {
  absoluteTime,
  Button,
  ErrorState,
  Facts,
  Forbidden,
  Notice,
  PageHead,
  Panel,
  showToast,
  Skeleton,
  Time,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { useMe } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { Recipients } from './recipients';
import { Runs } from './runs';
import { Targets } from './targets';
import './backup.css';

type Overview = Api<'BackupOverview'>;
const WATCHED_MS = 2000;

/** Whether a backup would bring everything back, who may open it, and the runs. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return <Backups />;
}

function Backups() {
  const {
    data: record,
    isError,
    error,
    refetch,
  } = useQuery({
    queryKey: ['record', 'backups'],
    queryFn: () => api.get<Overview>('backups'),
    // Watched while one is made, left alone otherwise.
    refetchInterval: ({ state }) => (state.data?.making ? WATCHED_MS : false),
  });
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!record) return <Skeleton lines={6} />;
  return (
    <>
      <PageHead title={say('backups')} actions={<MakeOne overview={record} />} />
      <p className="st-quiet">{say('backupsText')}</p>
      <Warnings overview={record} />
      <Panel>
        <Facts facts={factsOf(record)} />
      </Panel>
      <Targets targets={record.targets} />
      <Recipients recipients={record.recipients} />
      <Runs runs={record.runs} />
    </>
  );
}

function MakeOne({ overview: { openable, making } }: { overview: Overview }) {
  const save = useSave<undefined>('backups', {
    refresh: ['backups', 'jobs'],
    onSaved: () => showToast({ text: say('queued'), tone: 'info' }),
  });
  return (
    <Button
      icon="archive"
      tone="primary"
      disabled={!openable}
      busy={save.busy || making}
      onClick={() => void save.save(undefined)}
    >
      {say('make')}
    </Button>
  );
}

function Warnings({ overview: { openable, verifiedFrom, tooOld, onOwnDisk, targets } }: { overview: Overview }) {
  if (!openable) return <Notice tone="warning">{say('nobody')}</Notice>;
  return (
    <>
      {!verifiedFrom && <Notice tone="danger">{say('neverVerified')}</Notice>}
      {verifiedFrom && tooOld && <Notice tone="danger">{say('tooOld', { when: absoluteTime(verifiedFrom) })}</Notice>}
      {targets.some(({ problem }) => problem) && <Notice tone="danger">{say('targetLost')}</Notice>}
      {onOwnDisk && <Notice tone="warning">{say('onOwnDisk')}</Notice>}
    </>
  );
}

function factsOf(overview: Overview): Parameters<typeof Facts>[0]['facts'] {
  const { verifiedFrom, nextAt, openable } = overview;
  const next = nextAt && openable ? <Time key="next" at={nextAt} /> : say(openable ? 'never' : 'nextNobody');
  return [
    [say('verifiedFrom'), verifiedFrom ? <Time key="at" at={verifiedFrom} /> : say('never')],
    [say('next'), next],
  ];
}
