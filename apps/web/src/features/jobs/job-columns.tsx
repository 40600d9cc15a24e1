import { Time, type Column } from '@st0r/ui';
import type { JobRecord } from '../../shared/jobs';
import { JobActions } from './job-actions';
import { JobState, tookOf } from './job-state';
import { say } from './messages';

/** What, when, for how long, and why it failed. */
export const jobColumns: readonly Column<JobRecord>[] = [
  {
    id: 'name',
    header: say('name'),
    cell: ({ title, subject }) => (
      <>
        {title} {subject && <span className="st-quiet">{subject}</span>}
      </>
    ),
  },
  { id: 'state', header: say('state'), cell: ({ state }) => <JobState of={state} /> },
  { id: 'created', header: say('created'), sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'took', header: say('duration'), align: 'end', cell: tookOf },
  {
    id: 'attempts',
    header: say('attempts'),
    align: 'end',
    cell: ({ attempt, attempts }) => `${attempt} / ${attempts}`,
  },
  { id: 'actor', header: say('actor'), cell: ({ askedBy }) => askedBy },
  { id: 'error', header: say('error'), cell: ({ errorCode, errorDetail }) => errorDetail ?? errorCode ?? '' },
  { id: 'actions', header: '', cell: (job) => <JobActions job={job} /> },
];
