import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { EmptyState, ErrorState, Forbidden, PageHead, Skeleton, Tag, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { OneTimeLink, type Handover } from '../../shared/one-time-link';
import { useMe } from '../../shared/session';
import { say } from './admin-messages';
import { UserActs } from './user-acts';

/** An account as administrators see it. */
type User = Api<'User'>;

/** Everybody with an account. */
export function Component() {
  const { platformAdmin } = useMe();
  const users = useQuery({
    queryKey: ['record', 'users'],
    queryFn: () => api.get<User[]>('users'),
    enabled: platformAdmin,
  });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('people')} />
      <p className="st-quiet">{say('peopleText')}</p>
      {users.isError && <ErrorState error={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && <Skeleton shape="rows" lines={6} />}
      {users.data && <UserTable users={users.data} />}
    </>
  );
}

function UserTable({ users }: { users: readonly User[] }) {
  const [search, setSearch] = useSearchParams();
  const [link, setLink] = useState<{ name: string; handover: Handover }>();
  const text = search.get('q') ?? '';
  const shown = users.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(text.toLowerCase()));
  return (
    <>
      <div className="st-filter-bar" role="search">
        <input
          className="form-control w-auto"
          aria-label={say('filter')}
          placeholder={say('filter')}
          value={text}
          onChange={(event) => setSearch(event.target.value ? { q: event.target.value } : {}, { replace: true })}
        />
      </div>
      {shown.length === 0 && <EmptyState icon="people" title={say('nobody')} />}
      {shown.length > 0 && (
        <div className="st-table-scroller">
          <table className="st-table" aria-label={say('people')}>
            <thead>
              <tr>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('email')}</th>
                <th scope="col">{say('state')}</th>
                <th scope="col">{say('created')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {shown.map((user) => (
                <tr key={user.id}>
                  <td>
                    <span className="st-row-link">{user.name}</span>
                  </td>
                  <td>{user.email}</td>
                  <td>
                    <Marks user={user} />
                  </td>
                  <td>
                    <Time at={user.createdAt} />
                  </td>
                  <td className="st-end">
                    <UserActs user={user} onLink={(handover) => setLink({ name: user.name, handover })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <OneTimeLink
        title={say('linkTitle', { name: link?.name ?? '' })}
        handover={link?.handover}
        onClose={() => setLink(undefined)}
      />
    </>
  );
}

const tones = { active: 'success', invited: 'warning', disabled: 'danger' } as const;

function Marks({ user }: { user: User }) {
  const me = useMe();
  return (
    <>
      <Tag tone={tones[user.state]}>{say(user.state)}</Tag>{' '}
      {user.platformAdmin && <Tag tone="accent">{say('platformAdmin')}</Tag>}{' '}
      {user.requireMfa && <Tag>{say('mfaRequired')}</Tag>} {user.id === me.id && <Tag>{say('you')}</Tag>}
    </>
  );
}
