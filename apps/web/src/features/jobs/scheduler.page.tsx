import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ErrorState,
  Forbidden,
  Icon,
  PageHead,
  Panel,
  showToast,
  Skeleton,
  Tag,
  Time,
  SmallTable,
} from '@st0r/ui';
import { Link, useNavigate } from 'react-router';
import type { JobRecord } from '../../shared/jobs';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { duration, JobState } from './job-state';
import { say } from './messages';
import { ScheduleDialog } from './schedule-dialog';
import './jobs.css';

export type Schedule = Api<'Schedule'>;

/** What runs when, when it ran last, for how long, when next, and why it failed. */
export function Component() {
  const { platformAdmin } = useMe();
  const { record, status, error, retry } = useRecord<{ data: Schedule[] }>('schedules', { enabled: platformAdmin });
  const [edited, setEdited] = useState<Schedule>();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('scheduler')} />
      <p className="st-quiet">{say('schedulerText')}</p>
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {status === 'loading' && <Skeleton lines={5} />}
      {record && (
        <Panel flush>
          <SmallTable
            label={say('scheduler')}
            heads={[
              say('name'),
              say('schedule'),
              say('next'),
              say('last'),
              say('duration'),
              { text: say('edit'), as: 'heard' },
            ]}
          >
            {record.data.map((each) => (
              <Line key={each.name} schedule={each} onEdit={() => setEdited(each)} />
            ))}
          </SmallTable>
        </Panel>
      )}
      {edited && <ScheduleDialog schedule={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function Line({ schedule, onEdit }: { schedule: Schedule; onEdit: () => void }) {
  const navigate = useNavigate();
  const path = `schedules/${schedule.name}`;
  const run = useSave<object, JobRecord>(`${path}/run`, {
    refresh: ['schedules', 'platform-jobs'],
    onSaved: ({ id }) => navigate(`/jobs/${id}`),
  });
  const pause = useSave<object>(path, {
    method: 'patch',
    refresh: ['schedules'],
    onSaved: () => showToast({ text: say('saved'), tone: 'success' }),
  });
  return (
    <tr>
      <th scope="row">
        {schedule.title} {schedule.paused && <Tag tone="warning">{say('paused')}</Tag>}
      </th>
      <td>
        <code>{schedule.cron}</code> {schedule.timeZone}
      </td>
      <td>{schedule.paused ? '' : <Time at={schedule.nextAt} />}</td>
      <td>
        <LastRun of={schedule} />
      </td>
      <td>
        {schedule.lastMilliseconds === null || schedule.lastMilliseconds === undefined
          ? ''
          : duration(schedule.lastMilliseconds)}
      </td>
      <td>
        <div className="jb-acts">
          <Button size="sm" busy={run.busy} onClick={() => void run.save({})}>
            <Icon name="play" /> {say('run')}
          </Button>
          <Button size="sm" busy={pause.busy} onClick={() => void pause.save({ paused: !schedule.paused })}>
            {schedule.paused ? say('resume') : say('pause')}
          </Button>
          <Button size="sm" onClick={onEdit}>
            {say('edit')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function LastRun({ of: { lastJobId, lastState, lastStartedAt, lastErrorDetail, lastErrorCode } }: { of: Schedule }) {
  if (!lastJobId || !lastState) return <span className="st-quiet">{say('never')}</span>;
  return (
    <>
      <Link to={`/jobs/${lastJobId}`}>
        <JobState of={lastState} />
      </Link>{' '}
      {lastStartedAt && <Time at={lastStartedAt} />}
      {lastErrorCode && <div className="st-quiet">{lastErrorDetail ?? lastErrorCode}</div>}
    </>
  );
}
