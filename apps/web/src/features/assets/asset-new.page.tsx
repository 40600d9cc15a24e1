import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Forbidden, PageHead } from '@st0r/ui';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { AssetForm } from './asset-form';
import type { Asset } from './asset-list';
import { ClientPicker } from './client-picker';
import { say } from './messages';
import { tellSaved } from './tell-saved';
import { word } from './words';
import './assets.css';

/** A new asset; with all clients in view the client is chosen first. */
export function Component() {
  const org = useOrg();
  const [chosen, setChosen] = useState('');
  const navigate = useNavigate();
  const href = useOrgHref();
  const can = useCan();
  const organisationId = org?.id ?? chosen;
  if (!can('asset.write')) return <Forbidden permission="asset.write" />;
  async function handleSaved(asset: Asset) {
    tellSaved(asset);
    await navigate(href(`assets/${asset.id}`));
  }
  return (
    <>
      <PageHead title={word('add')} />
      {!org && (
        <ClientPicker label={say('chooseClient')} permission="asset.write" value={chosen} onChange={setChosen} />
      )}
      {organisationId && (
        <AssetForm
          key={organisationId}
          organisationId={organisationId}
          onSaved={handleSaved}
          onCancel={() => void navigate(href('assets'))}
        />
      )}
    </>
  );
}
