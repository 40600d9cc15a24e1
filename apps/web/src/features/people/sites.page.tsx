import type { Api } from '@st0r/api-client';
import { ButtonLink, DataTable, EmptyState, FilterBar, PageHead, Time, type Column } from '@st0r/ui';
import type { ListShape } from '@st0r/list-query';
import { ListTools } from '../../shared/list-tools';
import { useClientColumn } from '../../shared/client-column';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { useCellEdit } from '../../shared/use-cell-edit';
import { useList } from '../../shared/use-list';
import { say, siteStatusChoices, siteTypeChoices, wordOf } from './messages';
import { SiteStatus } from './site-status';

type Site = Api<'Site'>;

const siteColumns: Column<Site>[] = [
  { id: 'name', header: say('name'), cell: (row) => row.name, sort: 'name', edit: { as: 'text', field: 'name' } },
  {
    id: 'type',
    group: { field: 'type', of: (row) => row.type, words: wordOf },
    header: say('type'),
    cell: (row) => wordOf(row.type),
    sort: 'type',
    edit: { as: 'choice', field: 'type', choices: () => siteTypeChoices },
  },
  {
    id: 'status',
    group: { field: 'status', of: (row) => row.status, words: wordOf },
    header: say('status'),
    cell: (row) => <SiteStatus site={row} />,
    sort: 'status',
    edit: { as: 'choice', field: 'status', choices: () => siteStatusChoices },
  },
  { id: 'street', header: say('street'), cell: (row) => row.street, edit: { as: 'text', field: 'street' } },
  { id: 'city', header: say('city'), cell: (row) => row.city, sort: 'city', edit: { as: 'text', field: 'city' } },
  { id: 'phone', header: say('phone'), cell: (row) => row.phone, edit: { as: 'text', field: 'phone' } },
  {
    id: 'updated',
    header: say('updated'),
    cell: (row) => <Time at={row.updatedAt} />,
    sort: 'updatedAt',
    hidden: true,
  },
];
const shape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    type: { kind: 'choice', choices: siteTypeChoices.map(({ value }) => value), filter: true, sort: true },
    status: { kind: 'choice', choices: siteStatusChoices.map(({ value }) => value), filter: true, sort: true },
    city: { kind: 'text', filter: true, sort: true },
    country: { kind: 'text', filter: true },
    updatedAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

/** Places of the client in view, or of every client. */
export function Component() {
  const list = useList<Site>('sites', shape, { total: true });
  const columns = useClientColumn(siteColumns);
  const editing = useCellEdit<Site>('sites');
  const href = useOrgHref();
  const org = useOrg();
  const can = useCan();
  const add = org && can('contact.write') && (
    <ButtonLink tone="primary" icon="plus-lg" to={href('sites/new')}>
      {say('addSite')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={say('sites')} actions={add} />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="sites" columns={columns} print={{ title: say('sites'), filter: list.chips }} />
      </FilterBar>
      <DataTable
        label={say('sites')}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => href(`sites/${row.id}`)}
        editing={editing}
        empty={
          <EmptyState icon="geo-alt" title={say('noSites')} actions={add}>
            {say('noSitesText')}
          </EmptyState>
        }
      />
    </>
  );
}
