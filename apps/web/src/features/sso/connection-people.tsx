import { useState } from 'react';
import type { ListShape } from '@st0r/list-query';
import { Button, ConfirmDialog, DataTable, EmptyState, Tag, Time, type Column } from '@st0r/ui';
import { api } from '../../shared/api';
import { useList } from '../../shared/use-list';
import { LinkDialog } from './link-dialog';
import { say } from './messages';
import type { Connection, Identity } from './sso.api';
import { useAct } from './use-act';

const shape: ListShape = {
  fields: { displayName: { kind: 'text', sort: true }, lastSeenAt: { kind: 'moment', sort: true } },
  defaultSort: [{ field: 'lastSeenAt', descending: true }],
  searchable: true,
};

const columns: Column<Identity>[] = [
  { id: 'name', header: say('person'), cell: (row) => row.displayName, sort: 'displayName' },
  { id: 'email', header: say('emailThere'), cell: (row) => row.email },
  { id: 'user', header: say('user'), cell: (row) => <Whose identity={row} /> },
  { id: 'seen', header: say('lastSeen'), cell: (row) => <Time at={row.lastSeenAt} />, sort: 'lastSeenAt' },
  { id: 'acts', header: say('acts'), cell: (row) => <Acts identity={row} />, align: 'end' },
];

/** Who came in through this connection, and who waits for somebody to say whose identity it is. */
export default function ConnectionPeople({ connection }: { connection: Connection }) {
  const list = useList<Identity>('identities', shape, { params: { connection: connection.id } });
  return (
    <DataTable
      label={say('identities')}
      list={list}
      columns={columns}
      rowId={(row) => row.id}
      rowName={(row) => row.displayName ?? row.subject}
      empty={<EmptyState icon="people" title={say('identitiesNone')} />}
    />
  );
}

function Whose({ identity: { user } }: { identity: Identity }) {
  return user ? <>{user.name}</> : <Tag tone="warning">{say('waiting')}</Tag>;
}

function Acts({ identity }: { identity: Identity }) {
  const { act } = useAct(['identities']);
  const [asking, setAsking] = useState(false);
  const name = identity.displayName ?? identity.subject;
  const close = () => setAsking(false);
  async function handleUnlink() {
    close();
    await act(() => api.post(`identities/${identity.id}/unlink`), say('saved'));
  }
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {say(identity.userId ? 'unlink' : 'link')} <span className="visually-hidden">{name}</span>
      </Button>
      {identity.userId ? (
        <ConfirmDialog
          open={asking}
          title={say('unlink')}
          confirmLabel={say('unlink')}
          danger
          onConfirm={handleUnlink}
          onClose={close}
        >
          {say('unlinkText', { name })}
        </ConfirmDialog>
      ) : (
        <LinkDialog open={asking} identity={identity} onClose={close} />
      )}
    </>
  );
}
