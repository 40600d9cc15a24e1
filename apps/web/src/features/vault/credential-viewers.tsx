import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { EmptyState, ErrorState, Notice, Panel, Skeleton, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { useCan } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import { labelOf } from './credential-types';
import { say } from './messages';

type Event = Pick<Api<'Event'>, 'id' | 'action' | 'actorName' | 'occurredAt' | 'details'>;
const looks = 'credential.revealed,credential.copied,credential.totp_used';

/** Who took a secret of this credential, when and why; for those who may read the audit log. */
export function CredentialViewers({ id }: { id: string }) {
  const permitted = useCan()('audit.read');
  const query = useQuery({
    queryKey: ['list', 'events', { targetId: id }],
    queryFn: ({ signal }) => api.get<ListPage<Event>>('events', { targetId: id, action: looks, limit: 50 }, { signal }),
    enabled: permitted,
    staleTime: 0,
  });
  if (!permitted) return <Notice>{say('viewersForbidden', { permission: 'audit.read' })}</Notice>;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton shape="rows" lines={4} />;
  if (query.data.data.length === 0) return <EmptyState icon="eye" title={say('viewersNone')} />;
  return (
    <Panel title={say('viewers')}>
      <ol className="st-vault-versions">
        {query.data.data.map((event) => (
          <li key={event.id}>
            <div className="st-vault-version-head">
              <strong>{event.actorName}</strong>
              <span>{actOf(event)}</span>
              <span className="st-quiet">
                <Time at={event.occurredAt} />
              </span>
            </div>
            {typeof event.details?.['reason'] === 'string' && <q>{event.details['reason']}</q>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function actOf({ action, details }: Event): string {
  const field = labelOf(String(details?.['field'] ?? ''));
  if (action === 'credential.totp_used') return say('actTotp');
  return action === 'credential.copied' ? say('actCopied', { field }) : say('actRevealed', { field });
}
