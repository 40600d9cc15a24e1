import { Forbidden, PageHead } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { DataKeys } from './data-keys';
import { say } from './messages';
import { RecoveryKit } from './recovery-kit';
import { RootKeys } from './root-keys';
import { Rotations } from './rotations';
import { Shreddings } from './shreddings';
import './keys.css';

/** Root keys and who holds them, data keys and how old they are, and what is being replaced. */
export function Component() {
  const { platformAdmin } = useMe();
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('keys')} />
      <p className="st-quiet">{say('keysText')}</p>
      <RecoveryKit />
      <RootKeys />
      <Rotations />
      <DataKeys />
      <Shreddings />
    </>
  );
}
