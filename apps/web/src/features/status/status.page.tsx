import type { Api } from '@st0r/api-client';
import { Button, ErrorState, Forbidden, Notice, PageHead, Skeleton, Time } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { Findings } from './findings';
import { Machines } from './machines';
import { say } from './messages';
import './status.css';

type Status = Api<'Status'>;

/** How the installation is: one sentence, what was checked, which processes run, and on what. */
export function Component() {
  const { platformAdmin } = useMe();
  const { record, status, error, retry } = useRecord<Status>('status', { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead
        title={say('status')}
        actions={
          <Button icon="arrow-clockwise" onClick={retry}>
            {say('again')}
          </Button>
        }
      />
      <p className="st-quiet">
        {say('statusText')} {record && say('lookedAt')} {record && <Time at={record.checkedAt} />}
      </p>
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {status === 'loading' && <Skeleton lines={8} />}
      {record && (
        <>
          <Whole state={record.state} />
          <Findings findings={record.findings} />
          <Machines status={record} />
        </>
      )}
    </>
  );
}

const TONES = { ok: 'success', unknown: 'info', warning: 'warning', wrong: 'danger' } as const;

function Whole({ state }: { state: Status['state'] }) {
  return (
    <div role="status">
      <Notice tone={TONES[state]}>{say(`whole_${state}`)}</Notice>
    </div>
  );
}
