import { ButtonLink, DataTable, EmptyState, FilterBar, Forbidden, PageHead, Time, type Column } from '@st0r/ui';
import { ListTools } from '../../shared/list-tools';
import { useCan, useOrgHref } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { EndpointTable } from './endpoint-table';
import { say } from './messages';
import { UsageChart } from './usage-chart';
import { outcomeOf, rangeOf, usageShape, withRange, type ApiRequest } from './usage-list';
import { useUsage } from './use-usage';
import './api-keys.css';

const columns: Column<ApiRequest>[] = [
  { id: 'time', header: say('time'), cell: ({ occurredAt }) => <Time at={occurredAt} />, sort: 'occurredAt' },
  { id: 'key', header: say('key'), cell: ({ keyName }) => keyName },
  {
    id: 'endpoint',
    header: say('endpoint'),
    cell: ({ method, endpoint }) => (
      <code>
        {method} {endpoint.replace('/api/v1', '')}
      </code>
    ),
  },
  { id: 'status', header: say('status'), cell: ({ status }) => <Status of={status} /> },
  { id: 'bytes', header: say('bytes'), cell: ({ bytes }) => bytes.toLocaleString(), align: 'end' },
  { id: 'average', header: say('average'), cell: ({ milliseconds }) => `${milliseconds} ms`, align: 'end' },
  { id: 'address', header: say('address'), cell: ({ ip }) => ip },
  { id: 'request', header: say('request'), cell: ({ requestId }) => <code>{requestId}</code>, hidden: true },
];

/** What the keys of a client ask: over time, by route, one by one. */
export function Component() {
  const can = useCan();
  return can('apikey.manage') ? <Usage /> : <Forbidden permission="apikey.manage" />;
}

function Usage() {
  const list = useList<ApiRequest>('api-requests', usageShape);
  const usage = useUsage(list.chips);
  const href = useOrgHref();
  function handleFilter(chips: string) {
    // The chart shows the time in force, so the filter box does not; a time typed there is taken over.
    const { from, to } = rangeOf(chips);
    list.setChips(from === undefined && to === undefined ? withRange(chips, rangeOf(list.chips)) : chips);
  }
  return (
    <>
      <PageHead
        title={say('usage')}
        kind={say('keys')}
        actions={<ButtonLink to={href('api-keys')}>{say('keys')}</ButtonLink>}
      />
      <div className="st-usage">
        <UsageChart usage={usage} chips={list.chips} onChange={list.setChips} />
        {usage.data && <EndpointTable usage={usage.data} chips={list.chips} onChange={list.setChips} />}
      </div>
      <FilterBar shape={usageShape} chips={withRange(list.chips, {})} onChange={handleFilter}>
        <ListTools list="api-requests" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('requests')}
        list={list}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ method, endpoint }) => `${method} ${endpoint}`}
        empty={
          <EmptyState icon="bar-chart" title={say('requestsNone')}>
            {say('requestsNoneText')}
          </EmptyState>
        }
      />
    </>
  );
}

function Status({ of }: { of: number }) {
  const outcome = outcomeOf(of);
  return (
    <span className="position-relative d-inline-flex gap-2 align-items-center" title={say(outcome)}>
      <i data-kind={outcome} />
      {of}
      {outcome !== 'served' && <span className="visually-hidden">{say(outcome)}</span>}
    </span>
  );
}
