import { Button, PageHead, Panel, SingleKeySwitch, SmallTable } from '@st0r/ui';
import { useKeySettings } from '../shared/key-settings';
import { catalogue, screens, word } from './key-catalogue';
import { KeyRow } from './key-row';
import { shell } from './messages';

/** Every key of the product: off or on, and another one for whoever needs it (WCAG 2.1.4). */
export function Component() {
  const { settings, change } = useKeySettings();
  const changed = Object.keys(settings.remap).length > 0;
  const reset = changed && <Button onClick={() => change({ remap: {} })}>{word('resetAll')}</Button>;
  return (
    <>
      <PageHead title={shell('keys')} actions={reset} />
      <Panel>
        <p>{shell('keysIntro')}</p>
        <SingleKeySwitch onChange={(singleKeys) => change({ singleKeys })} />
      </Panel>
      {screens.map((screen) => (
        <Panel key={screen} title={word(screen)}>
          <SmallTable
            label={word(screen)}
            heads={[shell('keyDoes'), shell('key'), { text: shell('keyChange'), as: 'heard' }]}
          >
            {catalogue
              .filter((known) => known.screen === screen)
              .map((known) => (
                <KeyRow key={known.id} known={known} settings={settings} onRemap={(remap) => change({ remap })} />
              ))}
          </SmallTable>
        </Panel>
      ))}
    </>
  );
}
