import { Link, useNavigate, useSearchParams } from 'react-router';
import { Forbidden, OrgBadge, PageHead, Panel } from '@st0r/ui';
import { useCan, useMe, useOrg, useOrgHref } from '../../shared/session';
import { CredentialForm } from './credential-form';
import { say } from './messages';
import './vault.css';

/** A new credential of one client. */
export function Component() {
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  if (!org) return <ChooseClient />;
  if (!can('vault.item.create')) return <Forbidden permission="vault.item.create" />;
  return (
    <>
      <PageHead title={say('add')} />
      <div className="st-vault-form">
        <Panel>
          <CredentialForm
            organisation={org}
            folderId={search.get('folder') ?? undefined}
            onDone={(id) => navigate(href(`vault/${id}`))}
            onCancel={() => void navigate(href('vault'))}
          />
        </Panel>
      </div>
    </>
  );
}

/** A credential belongs to one client for ever; while all are in view the person says to which. */
function ChooseClient() {
  const mine = useMe().organisations.filter(({ permissions }) => permissions.includes('vault.item.create'));
  if (mine.length === 0) return <Forbidden permission="vault.item.create" />;
  return (
    <>
      <PageHead title={say('add')} />
      <Panel title={say('chooseClient')}>
        <ul className="st-plain-list">
          {mine.map((org) => (
            <li key={org.id}>
              <Link to={`/o/${org.slug}/vault/new`}>
                <OrgBadge name={org.name} colour={org.colour} withName />
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
