import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ButtonLink, ErrorState, Icon, PageHead, Panel, Skeleton, Tag, type IconName } from '@st0r/ui';
import { api } from '../../shared/api';
import { useMe, useOrg, useOrgHref } from '../../shared/session';
import { BreachWatch } from './breach-watch';
import { say } from './messages';
import './vault.css';

type Health = Api<'VaultHealth'>;
type Finding = Health['findings'][number];

const facts: Readonly<Record<string, { title: string; help: string; icon: IconName; filter?: string }>> = {
  breached: {
    title: say('healthBreached'),
    help: say('healthBreachedHelp'),
    icon: 'unlock',
    filter: 'breach=breached',
  },
  weak: {
    title: say('healthWeak'),
    help: say('healthWeakHelp'),
    icon: 'shield-exclamation',
    filter: 'strength[lte]=1',
  },
  reused: { title: say('healthReused'), help: say('healthReusedHelp'), icon: 'files' },
  old: {
    title: say('healthOld'),
    help: say('healthOldHelp'),
    icon: 'hourglass-bottom',
    filter: 'sort=secretChangedAt',
  },
  expired: {
    title: say('healthExpired'),
    help: say('healthExpiredHelp'),
    icon: 'calendar-x',
    filter: 'sort=expiresOn',
  },
};

/** What needs attention in the vault, by name: breached, weak, reused, old and expired credentials. */
export function Component() {
  const { org } = useParams();
  const href = useOrgHref();
  const asked = org === 'all' ? undefined : org;
  const query = useQuery({
    queryKey: ['list', 'vault/health', { org: asked }],
    queryFn: ({ signal }) => api.get<Health>('vault/health', { org: asked }, { signal }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} page />;
  if (!query.data) return <Skeleton shape="page" lines={8} />;
  return (
    <>
      <PageHead
        title={say('health')}
        kind={say('healthTotal', { n: query.data.total })}
        actions={
          <ButtonLink icon="safe2" to={href('vault')}>
            {say('vault')}
          </ButtonLink>
        }
      />
      <div className="st-grid">
        {query.data.findings.map((finding) => (
          <FindingPanel key={finding.finding} finding={finding} health={query.data} />
        ))}
      </div>
    </>
  );
}

function FindingPanel({ finding, health }: { finding: Finding; health: Health }) {
  const href = useOrgHref();
  const { title, help, icon, filter } = facts[finding.finding] ?? {
    title: finding.finding,
    help: '',
    icon: 'question',
  };
  const more = finding.count - finding.items.length;
  // Nothing found is good news only of what was asked about.
  const unknown = finding.finding === 'breached' && health.asked < health.askable;
  const fine = unknown ? 'neutral' : 'success';
  const count = <Tag tone={finding.count > 0 ? 'warning' : fine}>{finding.count.toLocaleString()}</Tag>;
  return (
    <Panel title={title} actions={count}>
      <p className="st-quiet">
        <Icon name={icon} /> {finding.count === 0 && !unknown ? say('healthFine') : help}
      </p>
      {finding.finding === 'breached' && <Asked health={health} />}
      <ul className="st-plain-list st-vault-findings">
        {finding.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {more > 0 && <Link to={`${href('vault')}${filter ? `?${filter}` : ''}`}>{say('healthMore', { n: more })}</Link>}
    </Panel>
  );
}

/** How far looking up came, and in one client the switch for it. */
function Asked({ health: { asked, askable } }: { health: Health }) {
  const org = useOrg();
  const words = asked === askable ? say('healthAllAsked') : say('healthAsked', { asked, askable });
  return (
    <>
      {askable > 0 && <p className="st-quiet">{words}</p>}
      {org && <BreachWatch org={org.slug} organisationId={org.id} />}
    </>
  );
}

function Item({ item }: { item: Finding['items'][number] }) {
  const href = useOrgHref();
  const me = useMe();
  const org = useOrg();
  const client = org ? undefined : me.organisations.find(({ id }) => id === item.organisationId)?.name;
  return (
    <li>
      <Link to={href(`vault/${item.id}`)}>{item.name}</Link>
      {client && <span className="st-quiet">{client}</span>}
    </li>
  );
}
