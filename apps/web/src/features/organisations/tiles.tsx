import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { Api } from '@st0r/api-client';
import { ButtonLink, ErrorState, Icon, Panel, Skeleton, Tag, Time } from '@st0r/ui';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';
import { say } from './messages';

/** The first people to call. */
export function PeopleTile({ slug }: { slug: string }) {
  return (
    <Tile<Api<'Contact'>>
      title={say('people')}
      path="contacts"
      slug={slug}
      to={`/o/${slug}/people`}
      none={say('noPeople')}
    >
      {(contact) => (
        <>
          <Icon name="person" />
          <Link to={`/o/${slug}/people/${contact.id}`}>{contact.name}</Link>
          {contact.primary && <Tag tone="accent">{say('primary')}</Tag>}
          <span className="st-quiet">{contact.phones[0]?.number ?? contact.email ?? contact.title}</span>
        </>
      )}
    </Tile>
  );
}

/** Where the client works. */
export function SitesTile({ slug }: { slug: string }) {
  return (
    <Tile<Api<'Site'>> title={say('sites')} path="sites" slug={slug} to={`/o/${slug}/sites`} none={say('noSites')}>
      {(site) => (
        <>
          <Icon name="geo-alt" />
          <Link to={`/o/${slug}/sites/${site.id}`}>{site.name}</Link>
          <span className="st-quiet">{[site.street, site.city].filter(Boolean).join(', ')}</span>
        </>
      )}
    </Tile>
  );
}

/** What happened here lately, for those who may read the audit log. */
export function RecentChanges({ slug }: { slug: string }) {
  return (
    <Tile<Api<'Event'>>
      title={say('changes')}
      path="events"
      slug={slug}
      to={`/o/${slug}/audit`}
      none={say('noChanges')}
    >
      {(event) => (
        <>
          <Icon name={event.outcome === 'success' ? 'clock-history' : 'exclamation-circle'} />
          <span>
            {event.actorName ?? event.actorType} · {wordsOf(event.action)}
            {event.targetLabel && <> · {event.targetLabel}</>}
          </span>
          <span className="st-quiet">
            <Time at={event.occurredAt} />
          </span>
        </>
      )}
    </Tile>
  );
}

/** `credential.revealed` as "credential revealed". */
const wordsOf = (action: string) => action.replaceAll(/[._]/g, ' ');

type TileProps<Row> = {
  title: string;
  path: string;
  slug: string;
  to: string;
  none: string;
  children: (row: Row) => ReactNode;
};

function Tile<Row extends { id: string }>({ title, path, slug, to, none, children }: TileProps<Row>) {
  const asked = { org: slug, limit: 8 };
  const found = useQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ signal }) => api.get<ListPage<Row>>(path, asked, { signal }),
  });
  const all = (
    <ButtonLink size="sm" tone="ghost" to={to}>
      {say('all')} <span className="visually-hidden">{title}</span>
    </ButtonLink>
  );
  return (
    <Panel title={title} actions={all}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={3} />}
      {found.data?.data.length === 0 && <span className="st-quiet">{none}</span>}
      <ul className="st-plain-list">
        {found.data?.data.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
    </Panel>
  );
}
