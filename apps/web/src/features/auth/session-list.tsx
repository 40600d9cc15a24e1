import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, ErrorState, Panel, showToast, Skeleton, Tag, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import type { Session } from './auth.api';
import { say } from './messages';

const queryKey = ['record', 'auth/sessions'];

/** Where this person is signed in, each with a way to end it. */
export function SessionList() {
  const client = useQueryClient();
  const sessions = useQuery({ queryKey, queryFn: () => api.get<{ data: Session[] }>('auth/sessions') });
  async function handleEnd(session: Session) {
    try {
      await api.delete(`auth/sessions/${session.id}`);
      showToast({ text: say('endedSession'), tone: 'success' });
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Skeleton shape="rows" lines={3} />;
  return (
    <Panel title={say('sessions')} flush>
      <div className="st-table-scroller">
        <table className="st-table" aria-label={say('sessions')}>
          <thead>
            <tr>
              <th scope="col">{say('device')}</th>
              <th scope="col">{say('address')}</th>
              <th scope="col">{say('lastSeen')}</th>
              <th scope="col" className="st-end">
                <span className="visually-hidden">{say('endSession')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.data.data.map((session) => (
              <tr key={session.id}>
                <td>
                  {session.device ?? '–'} {session.current && <Tag tone="accent">{say('thisSession')}</Tag>}
                </td>
                <td>{[session.ip, session.country].filter(Boolean).join(' · ')}</td>
                <td>
                  <Time at={session.lastSeenAt ?? session.createdAt} />
                </td>
                <td className="st-end">
                  {!session.current && (
                    <Button size="sm" onClick={() => void handleEnd(session)}>
                      {say('endSession')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
