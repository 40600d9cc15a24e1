import { useState } from 'react';
import { Link } from 'react-router';
import type { ListShape } from '@st0r/list-query';
import { Button, DataTable, EmptyState, Forbidden, PageHead, Time, type Column } from '@st0r/ui';
import { lazyDialog } from '../../shared/lazy-part';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { Health, StateTag } from './connection-state';
import { say } from './messages';
import { providerOf } from './presets';
import { PATH, type Connection } from './sso.api';
import './sso.css';

const ChooseDialog = lazyDialog(() => import('./choose-dialog'));

const shape: ListShape = {
  fields: { position: { kind: 'int', sort: true }, name: { kind: 'text', filter: true, sort: true } },
  defaultSort: [{ field: 'position', descending: false }],
  searchable: true,
};

const columns: Column<Connection>[] = [
  { id: 'name', header: say('name'), cell: (row) => <Name connection={row} />, sort: 'name' },
  { id: 'state', header: say('state'), cell: (row) => <StateTag state={row.state} /> },
  { id: 'health', header: say('health'), cell: (row) => <Health connection={row} /> },
  { id: 'domains', header: say('domains'), cell: (row) => row.domains.map(({ domain }) => domain).join(', ') },
  { id: 'last', header: say('lastSignIn'), cell: (row) => <LastSignIn connection={row} /> },
  {
    id: 'test',
    header: say('test'),
    align: 'end',
    cell: (row) => (
      <Link to={`/admin/sso/${row.id}?tab=test`}>
        {say('test')} <span className="visually-hidden">{row.name}</span>
      </Link>
    ),
  },
];

/** Every way to sign in through a provider, and how it is doing. */
export function Component() {
  const { platformAdmin } = useMe();
  const list = useList<Connection>(PATH, shape, { enabled: platformAdmin });
  const [adding, setAdding] = useState(false);
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  const add = (
    <Button tone="primary" icon="plus-lg" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <>
      <PageHead title={say('connections')} actions={add} />
      <p className="st-quiet">{say('connectionsText')}</p>
      <DataTable
        label={say('connections')}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/admin/sso/${row.id}`}
        empty={
          <EmptyState icon="box-arrow-in-right" title={say('empty')} actions={add}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      {adding && <ChooseDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function Name({ connection }: { connection: Connection }) {
  return (
    <>
      {connection.name} <span className="st-quiet">{providerOf(connection).label}</span>
    </>
  );
}

function LastSignIn({ connection }: { connection: Connection }) {
  const { lastSignInAt } = connection.health;
  return lastSignInAt ? <Time at={lastSignInAt} /> : <span className="st-quiet">{say('never')}</span>;
}
