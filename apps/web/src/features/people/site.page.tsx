import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ErrorState, Facts, Icon, Panel, RecordPage, Skeleton, Tag, useHotkeys } from '@st0r/ui';
import { api } from '../../shared/api';
import { useRecent } from '../../shared/recents';
import { useOrgHref } from '../../shared/session';
import type { ListPage } from '../../shared/use-list';
import { useRecord } from '../../shared/use-record';
import { say, weekdays, wordOf } from './messages';
import { RecordActions } from './record-actions';
import { hoursOf, type OpeningHours } from './opening-hours';
import { SiteStatus } from './site-status';

type Site = Api<'Site'>;

/** One place of a client. */
export function Component() {
  const { id = '' } = useParams();
  const href = useOrgHref();
  const navigate = useNavigate();
  const { record, status, error, retry } = useRecord<Site>(`sites/${id}`);
  const here = href(`sites/${id}`);
  useRecent(record?.id);
  useHotkeys(
    record?.can['update']
      ? [{ id: 'site.edit', keys: 'e', label: say('edit'), run: () => void navigate(`${here}/edit`) }]
      : [],
  );
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!record) return <Skeleton shape="page" lines={6} />;
  return (
    <RecordPage
      title={record.name}
      kind={wordOf(record.type)}
      tags={
        <>
          <SiteStatus site={record} />
          {record.archivedAt && <Tag tone="warning">{say('archived')}</Tag>}
        </>
      }
      actions={<RecordActions path="sites" record={record} editTo={`${here}/edit`} />}
      side={<Hours hours={hoursOf(record)} />}
    >
      <Panel title={say('facts')}>
        <Facts
          facts={[
            [say('address'), <span className="st-prose">{addressOf(record)}</span>],
            [say('phone'), record.phone && <a href={`tel:${record.phone}`}>{record.phone}</a>],
            [say('timeZone'), record.timeZone],
            [
              say('coordinates'),
              typeof record.latitude === 'number' && `${record.latitude}, ${record.longitude ?? '–'}`,
            ],
            [say('notes'), record.notes && <span className="st-prose">{record.notes}</span>],
          ]}
        />
      </Panel>
      <PeopleHere id={record.id} org={record.organisationId} />
    </RecordPage>
  );
}

const addressOf = (site: Site) =>
  [site.street, site.street2, [site.postalCode, site.city].filter(Boolean).join(' '), site.state, site.country]
    .filter(Boolean)
    .join('\n');

function Hours({ hours }: { hours: OpeningHours }) {
  return (
    <Panel title={say('openingHours')}>
      <Facts
        facts={weekdays.map(([day, label]) => [
          label,
          hours[day]?.map(({ from, to }) => `${from}\u00a0–\u00a0${to}`).join(', ') ?? say('closed'),
        ])}
      />
    </Panel>
  );
}

function PeopleHere({ id, org }: { id: string; org: string }) {
  const href = useOrgHref();
  const asked = { org, site: id, limit: 20 };
  const found = useQuery({
    queryKey: ['list', 'contacts', asked],
    queryFn: () => api.get<ListPage<Api<'Contact'>>>('contacts', asked),
  });
  return (
    <Panel title={say('peopleHere')}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.data.length === 0 && <span className="st-quiet">{say('peopleHereNone')}</span>}
      <ul className="st-plain-list">
        {found.data?.data.map((contact) => (
          <li key={contact.id}>
            <Icon name="person" />
            <Link to={href(`people/${contact.id}`)}>{contact.name}</Link>
            <span className="st-quiet">{contact.title}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
