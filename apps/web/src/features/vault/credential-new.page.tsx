import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState, Forbidden, PageHead, Panel } from '@st0r/ui';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
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
  if (!org) return <EmptyState icon="safe2" title={say('platformAll')} page />;
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
