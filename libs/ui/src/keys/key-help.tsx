import { useSyncExternalStore, type ReactNode } from 'react';
import { Dialog } from '../dialog/dialog';
import { Switch } from '../form/switch';
import { kit } from '../kit-messages';
import { activeHotkeys, hotkeySettings, keysOf, type Hotkey } from './hotkeys';

const spoken: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', space: 'Space', enter: 'Enter' };
const arrows: Record<string, string> = { arrowdown: '↓', arrowup: '↑', arrowleft: '←', arrowright: '→', escape: 'Esc' };

/** Keys drawn as on a keyboard: `mod+k` as Ctrl K, `j, arrowdown` as J or the arrow. `quiet` hides them from screen readers. */
export function Keys({ keys, quiet }: { keys: string; quiet?: boolean }) {
  const parts = keys
    .split(', ')
    .map((way) => way.split(/[+ ]/).map((key) => spoken[key] ?? arrows[key] ?? key.toUpperCase()));
  return (
    <span className="st-keys" aria-hidden={quiet || undefined}>
      {parts.map((way) => (
        <span key={way.join(' ')}>
          {way.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/** The keys of this screen as a grouped list. */
export function KeyList({ level = 3 }: { level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  useSyncExternalStore(hotkeySettings.subscribe, hotkeySettings.get);
  const layers = useSyncExternalStore(activeHotkeys.subscribe, activeHotkeys.get);
  const byId = new Map(layers.flat().map((hotkey) => [hotkey.id, hotkey]));
  const groups = Map.groupBy(byId.values(), (hotkey: Hotkey) => hotkey.group ?? kit('keysEverywhere'));
  return (
    <div className="st-key-list">
      {[...groups].map(([group, hotkeys]) => (
        <section key={group} aria-label={group}>
          <Heading>{group}</Heading>
          <dl>
            {hotkeys.map((hotkey) => (
              <div key={hotkey.id}>
                <dt>{hotkey.label}</dt>
                <dd>
                  <Keys keys={keysOf(hotkey)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

type SwitchProps = { onChange: (singleKeys: boolean) => void };

/** The switch that turns single keys off for people whose speech or motor input would trigger them. */
export function SingleKeySwitch({ onChange }: SwitchProps) {
  const settings = useSyncExternalStore(hotkeySettings.subscribe, hotkeySettings.get);
  return <Switch label={kit('singleKeys')} checked={settings.singleKeys} onChange={onChange} />;
}

type HelpProps = {
  open: boolean;
  onClose: () => void;
  onSingleKeys: (singleKeys: boolean) => void;
  /** The way to other keys. */
  more?: ReactNode;
};

/** The `?` dialog: the keys of this screen as the person has them. */
export function KeyHelp({ open, onClose, onSingleKeys, more }: HelpProps) {
  return (
    <Dialog open={open} title={kit('keysOfThisScreen')} onClose={onClose} size="lg">
      <KeyList />
      <SingleKeySwitch onChange={onSingleKeys} />
      {more}
    </Dialog>
  );
}
