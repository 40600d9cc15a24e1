import { KeyList, PageHead, Panel, SingleKeySwitch } from '@st0r/ui';
import { shell } from './messages';

/** The keys that work everywhere, and the switch that turns single keys off. */
export function Component() {
  return (
    <>
      <PageHead title={shell('keys')} />
      <Panel>
        <p>{shell('keysIntro')}</p>
        <KeyList level={2} />
        <SingleKeySwitch />
      </Panel>
    </>
  );
}
