import { useInfiniteQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { Button, EmptyState, ErrorState, Panel, Skeleton, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import { assetStatusLabel, assetTypeLabel } from '../../shared/asset-types';
import type { ListPage } from '../../shared/use-list';
import type { Asset } from './asset-list';
import { say } from './messages';

type Event = Api<'Event'>;

/** What happened to an asset, newest first, with what changed from what to what. */
export function AssetEvents({ asset }: { asset: Asset }) {
  const query = { targetType: 'asset', targetId: asset.id, org: asset.organisationId, limit: 30 };
  const events = useInfiniteQuery({
    queryKey: ['list', 'events', query],
    queryFn: ({ pageParam, signal }) => api.get<ListPage<Event>>('events', { ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  });
  if (events.isError) return <ErrorState error={events.error} onRetry={() => void events.refetch()} />;
  if (!events.data) return <Skeleton lines={5} />;
  const rows = events.data.pages.flatMap(({ data }) => data);
  if (rows.length === 0) return <EmptyState icon="clock-history" title={say('noEvents')} />;
  return (
    <Panel title={say('events')}>
      <ul className="as-history">
        {rows.map((event) => (
          <li key={event.id}>
            <strong>{wordsOf(event.action)}</strong>
            <div>
              {event.actorName} · <Time at={event.occurredAt} />
            </div>
            {changesOf(event).map((line) => (
              <div key={line}>{line}</div>
            ))}
          </li>
        ))}
      </ul>
      {events.hasNextPage && (
        <Button busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </Panel>
  );
}

function wordsOf(action: string): string {
  const words = action.replace(/^asset\./, '').replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Ids and bookkeeping tell a reader nothing; what they stand for is changed beside them or shown on the record. */
const quiet = /(^i|I)d$|^fieldSources$|SeenAt$/;

/** One line for each changed property: `Name: fw → fw-1`; a first value stands alone. */
export function changesOf({ changes }: Pick<Event, 'changes'>): string[] {
  const told = Object.entries(changes ?? {}).filter(([field]) => !quiet.test(field));
  return told.map(([field, change]) => {
    if (typeof change !== 'object' || change === null) return `${propertyWords(field)}: ${String(change)}`;
    const { from, to } = change as { from?: unknown; to?: unknown };
    const before = from === null || from === undefined ? '' : `${shown(field, from)} → `;
    return `${propertyWords(field)}: ${before}${shown(field, to)}`;
  });
}

function propertyWords(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'status') return assetStatusLabel(String(value));
  if (field === 'type') return assetTypeLabel(String(value));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
