import { ButtonLink, DataTable, Day, EmptyState, FilterBar, PageHead, Tag, Time, type Column } from '@st0r/ui';
import { ListTools } from '../../shared/list-tools';
import { useCan, useOrgHref } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { ApiKeyActs } from './api-key-acts';
import { keyShape, toneOf, type ApiKey } from './api-key-list';
import { say } from './messages';
import { ReachingKeys } from './reaching-keys';

const columns: Column<ApiKey>[] = [
  {
    id: 'name',
    header: say('name'),
    cell: ({ name, note }) => <span title={note ?? undefined}>{name}</span>,
    sort: 'name',
  },
  { id: 'prefix', header: say('prefix'), cell: ({ prefix }) => <code>{prefix}</code> },
  { id: 'state', header: say('state'), cell: (key) => <Tag tone={toneOf(key)}>{say(key.state)}</Tag> },
  { id: 'owner', header: say('owner'), cell: ({ ownerName }) => ownerName },
  { id: 'scopes', header: say('scopes'), cell: (key) => <Scopes apiKey={key} />, align: 'end' },
  {
    id: 'reach',
    header: say('reach'),
    cell: ({ organisationIds }) => say('reachCount', { n: organisationIds.length }),
    hidden: true,
  },
  { id: 'expiresOn', header: say('expires'), cell: ({ expiresOn }) => <Day on={expiresOn} />, sort: 'expiresOn' },
  { id: 'lastUsedAt', header: say('lastUsed'), cell: (key) => <LastUsed apiKey={key} />, sort: 'lastUsedAt' },
  { id: 'acts', header: say('acts'), cell: (key) => <ApiKeyActs apiKey={key} />, align: 'end' },
];

/** The keys a client manages, and those of others that reach in. */
export function Component() {
  const list = useList<ApiKey>('api-keys', keyShape, { total: true });
  const can = useCan();
  const href = useOrgHref();
  const make = can('apikey.manage') && (
    <ButtonLink tone="primary" icon="plus-lg" to={href('api-keys/new')}>
      {say('newKey')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead
        title={say('keys')}
        actions={
          <>
            <ButtonLink icon="bar-chart" to={href('api-keys/usage')}>
              {say('usage')}
            </ButtonLink>
            {make}
          </>
        }
      />
      <FilterBar shape={keyShape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="api-keys" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('keys')}
        list={list}
        columns={columns}
        rowId={(key) => key.id}
        rowName={(key) => key.name}
        rowHref={(key) => href(`api-keys/${key.id}`)}
        empty={
          <EmptyState icon="key" title={say('empty')} actions={make}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      <ReachingKeys />
    </>
  );
}

function Scopes({ apiKey }: { apiKey: ApiKey }) {
  return <span title={apiKey.scopes.join(', ')}>{apiKey.scopes.length}</span>;
}

function LastUsed({ apiKey: { lastUsedAt, lastUsedIp } }: { apiKey: ApiKey }) {
  if (!lastUsedAt) return <span className="st-quiet">{say('neverUsed')}</span>;
  return (
    <span title={lastUsedIp ?? undefined}>
      <Time at={lastUsedAt} />
    </span>
  );
}
