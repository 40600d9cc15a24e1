import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { DataTable, EmptyState, FilterBar, Forbidden, PageHead, Tag, Time, type Column } from '@st0r/ui';
import type { ListShape } from '@st0r/list-query';
import { ListTools } from '../../shared/list-tools';
import { OneTimeLink, type Handover } from '../../shared/one-time-link';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { say } from './admin-messages';
import { UserActs } from './user-acts';

/** An account as administrators see it. */
type User = Api<'User'>;
const text = { kind: 'text', filter: true, sort: true } as const;
const moment = { kind: 'moment', filter: true, sort: true } as const;
const shape: ListShape = {
  fields: {
    state: { kind: 'choice', choices: ['invited', 'active', 'disabled'], filter: true, sort: true },
    name: text,
    email: text,
    platformAdmin: { kind: 'flag', filter: true },
    requireMfa: { kind: 'flag', filter: true },
    createdAt: moment,
    updatedAt: moment,
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};
const tones = { active: 'success', invited: 'warning', disabled: 'danger' } as const;

/** Everybody with an account. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return <Accounts />;
}

function Accounts() {
  const list = useList<User>('users', shape, { total: true });
  const [link, setLink] = useState<{ name: string; handover: Handover }>();
  const [columns] = useState(() => columnsWith((name, handover) => setLink({ name, handover })));
  return (
    <>
      <PageHead title={say('people')} />
      <p className="st-quiet">{say('peopleText')}</p>
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="users" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('people')}
        list={list}
        columns={columns}
        rowId={(user) => user.id}
        rowName={(user) => user.name}
        empty={<EmptyState icon="people" title={say('nobody')} />}
      />
      <OneTimeLink
        title={say('linkTitle', { name: link?.name ?? '' })}
        handover={link?.handover}
        onClose={() => setLink(undefined)}
      />
    </>
  );
}

function columnsWith(onLink: (name: string, handover: Handover) => void): readonly Column<User>[] {
  return [
    { id: 'name', header: say('name'), cell: (user) => <span className="st-row-link">{user.name}</span>, sort: 'name' },
    { id: 'email', header: say('email'), cell: (user) => user.email, sort: 'email' },
    { id: 'state', header: say('state'), cell: (user) => <Marks user={user} />, sort: 'state' },
    { id: 'createdAt', header: say('created'), cell: (user) => <Time at={user.createdAt} />, sort: 'createdAt' },
    {
      id: 'acts',
      header: say('acts'),
      cell: (user) => <UserActs user={user} onLink={(handover) => onLink(user.name, handover)} />,
      align: 'end',
    },
  ];
}

function Marks({ user }: { user: User }) {
  const me = useMe();
  return (
    <span className="st-marks">
      <Tag tone={tones[user.state]}>{say(user.state)}</Tag>
      {user.platformAdmin && <Tag tone="accent">{say('platformAdmin')}</Tag>}
      {user.requireMfa && <Tag>{say('mfaRequired')}</Tag>}
      {user.id === me.id && <Tag>{say('you')}</Tag>}
    </span>
  );
}
