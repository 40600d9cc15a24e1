import { useSearchParams } from 'react-router';
import { DataTable, EmptyState, FilterBar, Forbidden, PageHead, RecordTabs } from '@st0r/ui';
import type { JobRecord } from '../../shared/jobs';
import { ListTools } from '../../shared/list-tools';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { jobColumns } from './job-columns';
import { jobShape } from './job-list';
import { say } from './messages';

const tabs = [
  { id: 'all', label: say('all') },
  { id: 'failed', label: say('dead') },
  { id: 'running', label: say('running') },
  { id: 'queued', label: say('waiting') },
];

/** All jobs of the installation, for its administrators. */
export function Component() {
  const { platformAdmin } = useMe();
  const [search] = useSearchParams();
  const tab = tabs.find(({ id }) => id === search.get('tab'))?.id ?? 'all';
  const list = useList<JobRecord>('platform-jobs', jobShape, {
    enabled: platformAdmin,
    // Other people's jobs are in no stream of ours.
    changing: true,
    params: tab === 'all' ? {} : { state: tab },
  });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('jobs')} />
      <p className="st-quiet">{say('jobsText')}</p>
      <RecordTabs tabs={tabs} current={tab} />
      <FilterBar shape={jobShape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="platform-jobs" columns={jobColumns} />
      </FilterBar>
      <DataTable
        label={say('jobs')}
        list={list}
        columns={jobColumns}
        rowId={({ id }) => id}
        rowName={({ title }) => title}
        rowHref={({ id }) => `/jobs/${id}`}
        empty={
          <EmptyState icon="hourglass" title={tab === 'failed' ? say('deadEmpty') : say('empty')}>
            {tab === 'failed' ? say('deadEmptyText') : say('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}
