import { Command } from 'cmdk';
import { Modal } from 'react-bootstrap';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../icon';
import { Keys } from '../keys/key-help';
import { kit } from '../kit-messages';
import { OrgBadge } from '../frame/org-badge';
import { readPalette, type PaletteAction, type PaletteItem, type PaletteMode } from './palette-types';

export type PaletteProps = {
  open: boolean;
  onClose: () => void;
  /** Finds results for a mode and a text; called 80 ms after the last key. Ranking is the caller's. */
  search: (mode: PaletteMode, text: string) => Promise<readonly PaletteItem[]>;
};

/** The palette itself; loaded when first opened. */
export default function PaletteDialog({ open, onClose, search }: PaletteProps) {
  return (
    <Modal show={open} onHide={onClose} className="st-palette" aria-label={kit('palette')} size="lg" animation={false}>
      {open && <PaletteBox onClose={onClose} search={search} />}
    </Modal>
  );
}

function PaletteBox({ onClose, search }: Omit<PaletteProps, 'open'>) {
  const [text, setText] = useState('');
  const [marked, setMarked] = useState('');
  const navigate = useNavigate();
  const { items, stale, failed } = useResults(search, text);
  // Results arrive after the box has chosen its first row; the best one is marked again unless the old one is still there.
  const current = items.find((item) => item.id === marked) ?? items[0];
  const groups = Map.groupBy(items, (item) => item.group);

  function open(item: PaletteItem) {
    onClose();
    if (item.href) void navigate(item.href);
  }
  function act(action: PaletteAction) {
    onClose();
    void action.run();
  }
  function pick(item: PaletteItem) {
    const main = item.actions?.find((action) => action.keys === 'enter');
    if (main) act(main);
    else open(item);
  }
  /** Does what a key means for a row, and says whether it means anything. */
  function press(combo: string, item: PaletteItem): boolean {
    const action = item.actions?.find((each) => each.keys === combo);
    if (action) act(action);
    else if (combo === 'enter' || combo === 'mod+enter') open(item);
    else return false;
    return true;
  }
  const setWaiting = useWaitingKey(text, stale, (combo) => items[0] && press(combo, items[0]));
  function handleKeyDown(event: KeyboardEvent) {
    // An Enter that ends the composition of a word means the word.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const combo = comboOf(event);
    // What is on screen was found for an earlier text: a quick Enter would copy somebody else's password.
    const handled = stale ? setWaiting(combo) : combo !== 'enter' && current && press(combo, current);
    if (handled) event.preventDefault();
  }
  return (
    <Command
      shouldFilter={false}
      loop
      label={kit('palette')}
      value={current?.id ?? ''}
      onValueChange={setMarked}
      onKeyDown={handleKeyDown}
      vimBindings={false}
    >
      <div className="st-palette-input">
        <Icon name="search" />
        <Command.Input autoFocus value={text} onValueChange={setText} placeholder={kit('paletteHint')} />
      </div>
      <Command.List aria-busy={stale} label={kit('palette')}>
        {failed && (
          <div role="alert" className="st-palette-note">
            {kit('searchFailed')}
          </div>
        )}
        {!stale && !failed && <Command.Empty className="st-palette-note">{kit('notFound')}</Command.Empty>}
        {[...groups].map(([group, members]) => (
          <Command.Group key={group} heading={group}>
            {members.map((item) => (
              <Command.Item key={item.id} value={item.id} onSelect={() => pick(item)}>
                <Icon name={item.icon} />
                <span className="st-palette-title">{item.title}</span>
                <span className="st-palette-facts">{item.facts}</span>
                {item.organisation && (
                  <OrgBadge name={item.organisation.name} colour={item.organisation.colour} withName />
                )}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      {current?.actions && (
        <div className="st-palette-actions">
          {current.actions.map((action) => (
            <button key={action.id} type="button" className="btn btn-ghost btn-sm" onClick={() => act(action)}>
              {action.label} <Keys keys={action.keys} />
            </button>
          ))}
        </div>
      )}
    </Command>
  );
}

/** A key pressed while the answer is on its way is carried out when it is there; whoever types on means another one. */
function useWaitingKey(text: string, stale: boolean, press: (combo: string) => unknown) {
  const waiting = useRef<{ combo: string; text: string }>(undefined);
  const pressNow = useEffectEvent(press);
  useEffect(() => {
    if (stale) return;
    if (waiting.current?.text === text) pressNow(waiting.current.combo);
    waiting.current = undefined;
  }, [stale, text]);
  /** Answers whether the key is taken; a chord is not, because on some keyboards it writes a character. */
  return (combo: string): boolean => {
    const enters = /(?:^|\+)enter$/.test(combo);
    if (enters || combo.startsWith('alt+')) waiting.current = { combo, text };
    return enters || combo === 'arrowdown' || combo === 'arrowup';
  };
}

function comboOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
}

function useResults(search: PaletteProps['search'], text: string) {
  const [found, setFound] = useState<{ items: readonly PaletteItem[]; text?: string; failed: boolean }>({
    items: [],
    failed: false,
  });
  useEffect(() => {
    let late = false;
    const { mode, text: wanted } = readPalette(text);
    const timer = setTimeout(
      () => {
        search(mode, wanted).then(
          (items) => late || setFound({ items, text, failed: false }),
          () => late || setFound({ items: [], text, failed: true }),
        );
      },
      text === '' ? 0 : 80,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [search, text]);
  return { items: found.items, failed: found.failed, stale: found.text !== text };
}
