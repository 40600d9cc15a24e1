import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, ErrorState, Panel, showToast, Skeleton, Tag, Time, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import type { Session } from './auth.api';
import { deviceOf } from './device';
import { say } from './messages';

const queryKey = ['record', 'auth/sessions'];

/** Where this person is signed in, each with a way to end it. */
export function SessionList() {
  const client = useQueryClient();
  const sessions = useQuery({ queryKey, queryFn: () => api.get<Session[]>('auth/sessions') });
  async function end(path: string, sentence: string) {
    try {
      await api.delete(path);
      showToast({ text: sentence, tone: 'success' });
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
  }
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Skeleton shape="rows" lines={3} />;
  const others = sessions.data.some(({ current }) => !current) && (
    <Button size="sm" onClick={() => void end('auth/sessions', say('endedOthers'))}>
      {say('endOthers')}
    </Button>
  );
  return (
    <Panel title={say('sessions')} actions={others} flush>
      <SmallTable
        label={say('sessions')}
        heads={[
          say('device'),
          say('address'),
          say('signedIn'),
          say('lastSeen'),
          { text: say('endSession'), as: 'heard' },
        ]}
      >
        {sessions.data.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => void end(`auth/sessions/${session.id}`, say('endedSession'))}
          />
        ))}
      </SmallTable>
    </Panel>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const device = deviceOf(session.userAgent);
  return (
    <tr>
      <td title={session.userAgent ?? undefined}>
        {device} {session.current && <Tag tone="accent">{say('thisSession')}</Tag>}
        {!session.interactive && <Tag>{say('apiClient')}</Tag>}
      </td>
      <td>{session.ip}</td>
      <td>
        <Time at={session.signedInAt} />
      </td>
      <td>
        <Time at={session.lastSeenAt} />
      </td>
      <td className="st-end">
        {!session.current && (
          <Button size="sm" onClick={onEnd}>
            {say('endSession')} <span className="visually-hidden">{device}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}
