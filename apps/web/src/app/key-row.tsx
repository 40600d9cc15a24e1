import { useState, type KeyboardEvent } from 'react';
import {
  Button,
  comboOf,
  Keys,
  keysOf,
  refusalOf,
  resetRefusalOf,
  type HotkeySettings,
  type KeyRefusal,
  type KnownKey,
} from '@st0r/ui';
import { catalogue, word } from './key-catalogue';

type KeyRowProps = {
  known: KnownKey;
  settings: HotkeySettings;
  onRemap: (remap: HotkeySettings['remap']) => void;
};

/** One key: what it does, what it is, and how to have another. */
export function KeyRow({ known, settings, onRemap }: KeyRowProps) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<KeyRefusal>();
  const { [known.id]: own, ...others } = settings.remap;
  function handleReset() {
    const refused = resetRefusalOf(known, catalogue);
    setRefusal(refused);
    if (!refused) onRemap(others);
  }
  function handleAsk(button: HTMLButtonElement) {
    // Safari does not focus what is clicked, and the next key would do what it does everywhere.
    button.focus();
    setAsking(true);
  }
  function stop() {
    setAsking(false);
    setRefusal(undefined);
  }
  function handleKey(event: KeyboardEvent) {
    // Tab leads away, as everywhere.
    if (/^(Shift|Control|Alt|Meta|Tab)$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const combo = comboOf(event);
    const refused = refusalOf(combo, known, catalogue);
    setRefusal(refused);
    if (refused) return;
    onRemap({ ...others, [known.id]: combo });
    stop();
  }
  return (
    <tr>
      <th scope="row">{known.label}</th>
      <td>
        <Keys keys={keysOf(known)} />
        {refusal && (
          <div role="alert" className="st-field-error">
            {'taken' in refusal ? word('taken', { name: refusal.taken.label }) : word('reserved')}
          </div>
        )}
      </td>
      <td className="st-end" data-hotkeys={asking ? 'off' : undefined}>
        <Button
          size="sm"
          tone={asking ? 'primary' : 'secondary'}
          aria-label={asking ? word('press') : word('changeKeyOf', { name: known.label })}
          onClick={(event) => handleAsk(event.currentTarget)}
          onKeyDown={asking ? handleKey : undefined}
          onBlur={stop}
        >
          {asking ? word('press') : word('changeKey')}
        </Button>{' '}
        {own !== undefined && (
          <Button size="sm" tone="ghost" aria-label={word('resetKeyOf', { name: known.label })} onClick={handleReset}>
            {word('reset')}
          </Button>
        )}
      </td>
    </tr>
  );
}
