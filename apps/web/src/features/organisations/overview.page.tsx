import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ButtonLink,
  ErrorState,
  Facts,
  Icon,
  Menu,
  Notice,
  Panel,
  RecordPage,
  Skeleton,
  Tag,
  useHotkeys,
} from '@st0r/ui';
import { api } from '../../shared/api';
import { useFavourites } from '../../shared/preferences';
import { useRecent } from '../../shared/recents';
import { useCan, useOrg } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useRecord } from '../../shared/use-record';
import { Star } from './client-cards';
import { Figures } from './figures';
import { Logo } from './logo';
import { LogoDialog } from './logo-dialog';
import { kindName, say } from './messages';
import { PeopleTile, RecentChanges, SitesTile } from './tiles';

type Client = Api<'Organisation'>;

/** The page of one client: what to know first, who to call, what is there, what changed. */
export function Component() {
  const { org: slug } = useParams();
  const org = useOrg();
  const { record, status, error, retry } = useRecord<Client>(`organisations/${org?.id ?? ''}`, {
    enabled: org !== undefined,
  });
  useRecent(record?.id);
  if (slug === 'all') return <Navigate to="/clients" replace />;
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!record) return <Skeleton shape="page" lines={8} />;
  return <Overview client={record} onChanged={retry} />;
}

function Overview({ client, onChanged }: { client: Client; onChanged: () => void }) {
  const { favourites, toggle } = useFavourites();
  const can = useCan();
  const starred = favourites.includes(client.slug);
  const handleStar = () => toggle(client.slug);
  useHotkeys([{ id: 'client.favourite', keys: 'f', label: say('favourite'), run: handleStar }]);
  return (
    <RecordPage
      title={client.name}
      kind={kindName(client.type)}
      tags={
        <>
          <Star on={starred} name={client.name} onToggle={handleStar} />
          {client.archivedAt && <Tag tone="warning">{say('archived')}</Tag>}
          {client.tags?.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </>
      }
      actions={<Actions client={client} onChanged={onChanged} />}
      side={<ClientFacts client={client} />}
    >
      {client.archivedAt && <Notice tone="warning">{say('archivedText')}</Notice>}
      <ReadMeFirst client={client} />
      <Figures slug={client.slug} />
      <div className="st-grid">
        <PeopleTile slug={client.slug} />
        <SitesTile slug={client.slug} />
      </div>
      {can('audit.read') && <RecentChanges slug={client.slug} />}
    </RecordPage>
  );
}

function Actions({ client, onChanged }: { client: Client; onChanged: () => void }) {
  const archive = useArchive('organisations');
  const navigate = useNavigate();
  const [drawing, setDrawing] = useState(false);
  const edit = { id: 'client.edit', keys: 'e', label: say('edit'), run: () => void navigate(`/o/${client.slug}/edit`) };
  useHotkeys(client.can['update'] ? [edit] : []);
  async function handleArchive() {
    await archive(client);
    onChanged();
  }
  async function handleRestore() {
    await api.post(`organisations/${client.id}/restore`);
    onChanged();
  }
  return (
    <>
      {client.can['update'] && !client.archivedAt && (
        <ButtonLink icon="pencil" to={`/o/${client.slug}/edit`}>
          {say('edit')}
        </ButtonLink>
      )}
      {client.can['archive'] && client.archivedAt && (
        <Button icon="arrow-counterclockwise" onClick={() => void handleRestore()}>
          {say('restore')}
        </Button>
      )}
      {client.can['update'] && !client.archivedAt && (
        <>
          <Menu
            icon="three-dots"
            label=""
            name={say('client')}
            items={[
              { label: say('logo'), icon: 'image', onPick: () => setDrawing(true) },
              ...(client.can['archive']
                ? [{ label: say('archive'), icon: 'archive' as const, onPick: () => void handleArchive() }]
                : []),
            ]}
          />
          <LogoDialog open={drawing} client={client} onChanged={onChanged} onClose={() => setDrawing(false)} />
        </>
      )}
    </>
  );
}

function ReadMeFirst({ client }: { client: Client }) {
  if (!client.readMeFirst) {
    if (!client.can['update']) return null;
    return (
      <Panel
        title={say('readMe')}
        actions={
          <ButtonLink size="sm" to={`/o/${client.slug}/edit`}>
            {say('write')}
          </ButtonLink>
        }
      >
        <span className="st-quiet">{say('noReadMe')}</span>
      </Panel>
    );
  }
  return (
    <section className="st-read-me" aria-label={say('readMe')}>
      <h2>
        <Icon name="exclamation-triangle" />
        {say('readMe')}
      </h2>
      <div className="st-prose">{client.readMeFirst}</div>
    </section>
  );
}

function ClientFacts({ client }: { client: Client }) {
  const place = [
    client.street,
    client.street2,
    [client.postalCode, client.city].filter(Boolean).join(' '),
    client.state,
    client.country,
  ];
  return (
    <Panel title={say('facts')}>
      <Logo client={client} />
      <Facts
        facts={[
          [say('legalName'), client.legalName],
          [say('address'), <span className="st-prose">{place.filter(Boolean).join('\n')}</span>],
          [say('phone'), client.phone && <a href={`tel:${client.phone}`}>{client.phone}</a>],
          [say('email'), client.email && <a href={`mailto:${client.email}`}>{client.email}</a>],
          [say('website'), client.website && <WebLink href={client.website} />],
          [say('taxId'), client.taxId],
        ]}
      />
    </Panel>
  );
}

function WebLink({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {href.replace(/^https?:\/\//, '')}
    </a>
  );
}
