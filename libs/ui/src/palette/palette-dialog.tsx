import { Command } from 'cmdk';
import { Modal } from 'react-bootstrap';
import { useEffect, useState, type KeyboardEvent } from 'react';
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
  const { items, busy, failed } = useResults(search, text);
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
  function handleKeyDown(event: KeyboardEvent) {
    const item = current;
    const combo = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
    const action = combo === 'enter' ? undefined : item?.actions?.find((each) => each.keys === combo);
    if (action) {
      event.preventDefault();
      act(action);
    } else if (item && combo === 'mod+enter') {
      event.preventDefault();
      open(item);
    }
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
      <Command.List aria-busy={busy} label={kit('palette')}>
        {failed && (
          <div role="alert" className="st-palette-note">
            {kit('searchFailed')}
          </div>
        )}
        {!busy && !failed && <Command.Empty className="st-palette-note">{kit('notFound')}</Command.Empty>}
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

function useResults(search: PaletteProps['search'], text: string) {
  const [state, setState] = useState<{ items: readonly PaletteItem[]; busy: boolean; failed: boolean }>({
    items: [],
    busy: true,
    failed: false,
  });
  useEffect(() => {
    let stale = false;
    const { mode, text: wanted } = readPalette(text);
    const timer = setTimeout(
      () => {
        search(mode, wanted).then(
          (items) => stale || setState({ items, busy: false, failed: false }),
          () => stale || setState({ items: [], busy: false, failed: true }),
        );
      },
      text === '' ? 0 : 80,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [search, text]);
  return state;
}
