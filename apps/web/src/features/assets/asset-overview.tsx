import { Facts, Panel } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { Tags } from './asset-columns';
import { customFacts, identityFacts, lifeFacts } from './asset-facts';
import type { Asset } from './asset-list';
import { say } from './messages';
import { useCustomFields } from './use-custom-fields';

/** Everything the record says about itself. */
export function AssetOverview({ asset }: { asset: Asset }) {
  const href = useOrgHref();
  const fields = useCustomFields(asset.organisationId, asset.type);
  const tags = asset.tags?.length ? <Tags tags={asset.tags} /> : null;
  return (
    <>
      <Panel title={say('fewerFacts')}>
        <Facts facts={[...identityFacts(asset, href), [say('tags'), tags]]} />
      </Panel>
      <Panel title={say('lifecycle')}>
        <Facts facts={lifeFacts(asset)} />
      </Panel>
      {fields.length > 0 && (
        <Panel title={say('customFields')}>
          <Facts facts={customFacts(asset, fields)} />
        </Panel>
      )}
      {asset.notes && (
        <Panel title={say('notes')}>
          <p className="as-notes">{asset.notes}</p>
        </Panel>
      )}
    </>
  );
}
