import { useQuery } from '@tanstack/react-query';
import { absoluteTime, CopyButton, ErrorState, Facts, PeekPanel, Skeleton } from '@st0r/ui';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';
import { useRecord } from '../../shared/use-record';
import { ChangesTable, written } from './changes-table';
import { Category, Outcome } from './event-columns';
import type { AuditEvent } from './event-list';
import { say } from './messages';

type PeekProps = {
  id: string;
  row: AuditEvent | undefined;
  platform?: boolean;
  onOpen: (id: string) => void;
  onClose: () => void;
};

/** One event beside the log: what changed, and what else the same request did. */
export function EventPeek({ id, row, platform = false, onOpen, onClose }: PeekProps) {
  const { record, status, error, retry } = useRecord<AuditEvent>(`events/${id}`, { enabled: !row && !platform });
  const event = row ?? record;
  return (
    <PeekPanel title={event?.action ?? say('events')} onClose={onClose}>
      {!event && status === 'loading' && !platform && <Skeleton lines={6} />}
      {!event && status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {event && (
        <div className="st-audit-peek">
          <EventFacts event={event} />
          {event.changes && <ChangesTable changes={event.changes} />}
          {event.details && <Details details={event.details} />}
          <Neighbours event={event} platform={platform} onOpen={onOpen} />
        </div>
      )}
    </PeekPanel>
  );
}

function EventFacts({ event }: { event: AuditEvent }) {
  const object = [event.targetType, event.targetLabel].filter(Boolean).join(': ');
  return (
    <Facts
      facts={[
        [say('time'), absoluteTime(event.occurredAt)],
        [say('kind'), <Category of={event.category} />],
        [say('outcome'), <Outcome of={event.outcome} />],
        [say('actor'), event.actorName],
        [say('actorType'), event.actorType],
        [say('object'), object],
        [say('from'), event.ip],
        [say('userAgent'), event.userAgent],
        [
          say('request'),
          <span className="st-audit-id">
            <code>{event.requestId}</code>
            <CopyButton text={() => event.requestId} what={say('request')} quiet />
          </span>,
        ],
        [say('number'), event.number],
      ]}
    />
  );
}

function Details({ details }: { details: Record<string, unknown> }) {
  return (
    <section>
      <h3>{say('details')}</h3>
      <Facts facts={Object.entries(details).map(([name, value]) => [name, written(value)] as const)} />
    </section>
  );
}

type NeighbourProps = { event: AuditEvent; platform: boolean; onOpen: (id: string) => void };

function Neighbours({ event, platform, onOpen }: NeighbourProps) {
  const query = useQuery({
    queryKey: ['list', platform ? 'platform-events' : 'events', { neighboursOf: event.id }],
    queryFn: ({ signal }) =>
      platform
        ? api
            .get<ListPage<AuditEvent>>('platform-events', { requestId: event.requestId }, { signal })
            .then(({ data }) => data.toReversed())
        : api.get<AuditEvent[]>(`events/${event.id}/neighbours`, undefined, { signal }),
  });
  const others = (query.data ?? []).filter(({ id }) => id !== event.id);
  return (
    <section>
      <h3>{say('neighbours')}</h3>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && others.length === 0 && <p className="st-quiet">{say('neighboursNone')}</p>}
      <ul className="st-plain-list">
        {others.map((other) => (
          <li key={other.id}>
            <button type="button" className="btn btn-link btn-sm" onClick={() => onOpen(other.id)}>
              {other.action}
            </button>
            <span>{other.targetLabel}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
