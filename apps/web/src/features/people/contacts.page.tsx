import type { Api } from '@st0r/api-client';
import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  PageHead,
  PeekPanel,
  Tag,
  Time,
  usePeek,
  type Column,
} from '@st0r/ui';
import type { ListShape } from '@st0r/list-query';
import { ListTools } from '../../shared/list-tools';
import { useClientColumn } from '../../shared/client-column';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { recordCell, useCellEdit } from '../../shared/use-cell-edit';
import { useList } from '../../shared/use-list';
import { ContactCard } from './contact-card';
import { say } from './messages';

type Contact = Api<'Contact'>;

const contactColumns: Column<Contact>[] = [
  { id: 'name', header: say('name'), cell: (row) => row.name, sort: 'sortName', edit: { as: 'text', field: 'name' } },
  { id: 'title', header: say('title'), cell: (row) => row.title, sort: 'title', edit: { as: 'text', field: 'title' } },
  { id: 'phone', header: say('phone'), cell: (row) => row.phones[0]?.number },
  { id: 'email', header: say('email'), cell: (row) => row.email, sort: 'email', edit: { as: 'text', field: 'email' } },
  {
    id: 'site',
    group: { field: 'site', of: (row) => row.siteId },
    header: say('site'),
    cell: (row) => row.site?.name,
    edit: recordCell('siteId', 'sites', (row) => row.site?.name),
  },
  { id: 'flags', header: say('primary'), cell: (row) => <Flags contact={row} /> },
  {
    id: 'department',
    header: say('department'),
    cell: (row) => row.department,
    sort: 'department',
    edit: { as: 'text', field: 'department' },
    hidden: true,
  },
  {
    id: 'updated',
    header: say('updated'),
    cell: (row) => <Time at={row.updatedAt} />,
    sort: 'updatedAt',
    hidden: true,
  },
];
const text = { kind: 'text', filter: true, sort: true } as const;
const shape: ListShape = {
  fields: {
    name: text,
    sortName: { kind: 'text', sort: true },
    title: text,
    department: text,
    email: text,
    phone: { kind: 'text', operators: ['eq', 'startsWith'], filter: true },
    primary: { kind: 'flag', filter: true },
    billing: { kind: 'flag', filter: true },
    technical: { kind: 'flag', filter: true },
    site: { kind: 'id', filter: true },
    tags: { kind: 'text', operators: ['all'], filter: true },
    updatedAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'sortName', descending: false }],
  searchable: true,
};

/** Who a contact is to this client, in tags. */
export function Flags({ contact }: { contact: Contact }) {
  return (
    <>
      {contact.primary && <Tag tone="accent">{say('primary')}</Tag>} {contact.billing && <Tag>{say('billing')}</Tag>}{' '}
      {contact.technical && <Tag>{say('technical')}</Tag>}
    </>
  );
}

/** People at the client in view, or at every client. */
export function Component() {
  const list = useList<Contact>('contacts', shape, { total: true });
  const columns = useClientColumn(contactColumns);
  const editing = useCellEdit<Contact>('contacts');
  const href = useOrgHref();
  const org = useOrg();
  const can = useCan();
  const peek = usePeek();
  const peeked = list.rows.find((row) => row.id === peek.id);
  // A new person belongs to one client, so the list over all clients has no such button.
  const add = org && can('contact.write') && (
    <ButtonLink tone="primary" icon="plus-lg" to={href('people/new')}>
      {say('addContact')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={say('contacts')} actions={add} />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="contacts" columns={columns} print={{ title: say('contacts'), filter: list.chips }} />
      </FilterBar>
      <DataTable
        label={say('contacts')}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => href(`people/${row.id}`)}
        onPeek={(row) => peek.open(row.id)}
        editing={editing}
        empty={
          <EmptyState icon="people" title={say('noContacts')} actions={add}>
            {say('noContactsText')}
          </EmptyState>
        }
      />
      {peeked && (
        <PeekPanel title={peeked.name} href={href(`people/${peeked.id}`)} onClose={peek.close}>
          <ContactCard contact={peeked} />
        </PeekPanel>
      )}
    </>
  );
}
