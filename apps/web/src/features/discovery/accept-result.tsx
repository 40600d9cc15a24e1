import { ButtonLink, Panel } from '@st0r/ui';
import { AcceptSums } from './accept-sums';
import { say } from './messages';
import type { Accepted } from './scan.types';

/** What accepting did, and the way to the assets it made. */
export function AcceptResult({ result, assetsHref }: { result: Accepted; assetsHref: string }) {
  return (
    <div role="status" className="dc-result">
      <Panel
        title={say('done')}
        actions={
          <ButtonLink to={assetsHref} tone="primary" size="sm" icon="arrow-right">
            {say('showAssets')}
          </ButtonLink>
        }
      >
        <AcceptSums result={result} />
      </Panel>
    </div>
  );
}
