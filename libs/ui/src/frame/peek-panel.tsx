import { useSearchParams } from 'react-router';
import { useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { ButtonLink, IconButton } from '../button';
import { kit } from '../kit-messages';
import { useHotkeys } from '../keys/use-hotkeys';
import { PeekSlot } from './app-frame';

/** Which record is peeked at, kept in the URL as `?peek=<id>` so that the view can be shared. */
export function usePeek(): { id: string | null; open: (id: string) => void; close: () => void } {
  const [search, setSearch] = useSearchParams();
  const change = (id: string | null) =>
    setSearch(
      (before) => {
        if (id === null || before.get('peek') === id) before.delete('peek');
        else before.set('peek', id);
        return before;
      },
      { replace: true },
    );
  return { id: search.get('peek'), open: change, close: () => change(null) };
}

/** A record beside the list, 420 px wide; Escape closes it, `href` opens it in full. */
export function PeekPanel(props: { title: string; href?: string; onClose: () => void; children: ReactNode }) {
  useHotkeys([{ id: 'peek.close', keys: 'escape', label: kit('close'), group: kit('peek'), run: props.onClose }]);
  const slot = useContext(PeekSlot);
  const panel = (
    <aside className="st-peek" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.href && (
          <ButtonLink to={props.href} size="sm" icon="arrows-angle-expand">
            {kit('openRow')}
          </ButtonLink>
        )}
        <IconButton icon="x-lg" size="sm" label={kit('close')} onClick={props.onClose} />
      </header>
      <div className="st-peek-body">{props.children}</div>
    </aside>
  );
  return slot ? createPortal(panel, slot) : panel;
}
