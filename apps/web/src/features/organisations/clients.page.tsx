import { useSearchParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  OrgBadge,
  PageHead,
  Skeleton,
  ErrorState,
  Tag,
  Time,
  type Column,
  type ListState,
} from '@st0r/ui';
import type { ListShape } from '@st0r/list-query';
import { isProblem } from '../../shared/problem';
import { ListTools } from '../../shared/list-tools';
import { logoOf, useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { ClientCards } from './client-cards';
import { Directory } from './directory';
import { kindChoices, kindName, say } from './messages';

type Client = Api<'Organisation'>;

const columns: Column<Client>[] = [
  {
    id: 'name',
    header: say('name'),
    cell: (row) => <OrgBadge name={row.name} colour={row.colour} logo={logoOf(row)} withName />,
    sort: 'name',
  },
  { id: 'type', header: say('type'), cell: (row) => kindName(row.type), sort: 'type' },
  { id: 'city', header: say('city'), cell: (row) => row.city, sort: 'city' },
  { id: 'phone', header: say('phone'), cell: (row) => row.phone },
  { id: 'tags', header: say('tags'), cell: (row) => row.tags?.map((tag) => <Tag key={tag}>{tag}</Tag>) },
  { id: 'updated', header: say('updated'), cell: (row) => <Time at={row.updatedAt} />, sort: 'updatedAt' },
  { id: 'website', header: say('website'), cell: (row) => row.website, hidden: true },
];
const shape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    type: { kind: 'choice', choices: kindChoices.map(({ value }) => value), filter: true, sort: true },
    city: { kind: 'text', filter: true, sort: true },
    tags: { kind: 'text', operators: ['all'], filter: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
    updatedAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

/** Every client one has a role in, as a table or as cards; administrators also see the names of the others. */
export function Component() {
  const list = useList<Client>('organisations', shape, { total: true });
  const { platformAdmin } = useMe();
  const [search] = useSearchParams();
  const add = platformAdmin && (
    <ButtonLink tone="primary" icon="plus-lg" to="/clients/new">
      {say('add')}
    </ButtonLink>
  );
  const empty = (
    <EmptyState icon="buildings" title={say('none')} actions={add}>
      {say('noneText')}
    </EmptyState>
  );
  return (
    <>
      <PageHead title={say('clients')} actions={add} />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ViewToggle />
        <ListTools list="organisations" columns={columns} />
      </FilterBar>
      {isProblem(list.error, 'permission.missing') ? (
        // Nobody has a role anywhere at first: that is no failure, and administrators go on with the directory below.
        empty
      ) : search.get('as') === 'cards' ? (
        <Cards list={list} empty={empty} />
      ) : (
        <DataTable
          label={say('clients')}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          rowHref={(row) => `/o/${row.slug}`}
          empty={empty}
        />
      )}
      {platformAdmin && <Directory />}
    </>
  );
}

function Cards({ list, empty }: { list: ListState<Client>; empty: React.ReactNode }) {
  if (list.status === 'loading') return <Skeleton shape="rows" lines={6} />;
  if (list.status === 'error') return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.rows.length === 0) return empty;
  return <ClientCards clients={list.rows} more={list.more} />;
}

function ViewToggle() {
  const [search, setSearch] = useSearchParams();
  const cards = search.get('as') === 'cards';
  function handleToggle() {
    setSearch(
      (before) => {
        if (cards) before.delete('as');
        else before.set('as', 'cards');
        return before;
      },
      { replace: true },
    );
  }
  return (
    <Button icon={cards ? 'table' : 'grid'} onClick={handleToggle}>
      {say(cards ? 'asTable' : 'asCards')}
    </Button>
  );
}
