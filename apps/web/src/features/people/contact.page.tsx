import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ErrorState, OrgBadge, Panel, RecordPage, Skeleton, Tag, useHotkeys } from '@st0r/ui';
import { api } from '../../shared/api';
import { useRecent } from '../../shared/recents';
import { useMe, useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { ContactCard } from './contact-card';
import { Flags } from './contacts.page';
import { say } from './messages';
import { RecordActions } from './record-actions';

type Contact = Api<'Contact'>;

/** One person at a client. */
export function Component() {
  const { id = '' } = useParams();
  const href = useOrgHref();
  const navigate = useNavigate();
  const { record, status, error, retry } = useRecord<Contact>(`contacts/${id}`);
  const here = href(`people/${id}`);
  useRecent(record?.id);
  useHotkeys(
    record?.can['update']
      ? [{ id: 'contact.edit', keys: 'e', label: say('edit'), run: () => void navigate(`${here}/edit`) }]
      : [],
  );
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!record) return <Skeleton shape="page" lines={6} />;
  return (
    <RecordPage
      title={record.name}
      kind={say('contact')}
      tags={
        <>
          <Flags contact={record} />
          {record.archivedAt && <Tag tone="warning">{say('archived')}</Tag>}
          {record.tags?.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </>
      }
      actions={<RecordActions path="contacts" record={record} editTo={`${here}/edit`} />}
      side={<Elsewhere id={record.id} />}
    >
      <Panel title={say('facts')}>
        <ContactCard contact={record} />
      </Panel>
    </RecordPage>
  );
}

/** The same human being at other clients one may see. */
function Elsewhere({ id }: { id: string }) {
  const { organisations } = useMe();
  const found = useQuery({
    queryKey: ['record', `contacts/${id}/elsewhere`],
    queryFn: () => api.get<Contact[]>(`contacts/${id}/elsewhere`),
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <Panel title={say('elsewhere')}>
      <ul className="st-plain-list">
        {found.data.map((contact) => {
          const client = organisations.find((each) => each.id === contact.organisationId);
          return (
            client && (
              <li key={contact.id}>
                <Link to={`/o/${client.slug}/people/${contact.id}`}>
                  <OrgBadge name={client.name} colour={client.colour} withName />
                </Link>
                <span className="st-quiet">{contact.title}</span>
              </li>
            )
          );
        })}
      </ul>
    </Panel>
  );
}
