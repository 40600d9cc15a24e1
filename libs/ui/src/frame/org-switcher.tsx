import { useRef, useState } from 'react';
import { useCombobox } from '../form/combobox';
import { Dialog } from '../dialog/dialog';
import { Icon } from '../icon';
import { useHotkeys } from '../keys/use-hotkeys';
import { kit } from '../kit-messages';
import { OrgBadge } from './org-badge';

/** A client one may switch to. */
export type SwitcherOrg = { slug: string; name: string; colour?: string | null; logo?: string };

type SwitcherProps = {
  organisations: readonly SwitcherOrg[];
  current?: SwitcherOrg;
  /** Slugs used last, the newest first; they stand on top. */
  recent: readonly string[];
  /** Slugs marked as favourites; they stand above the recent ones, with a star. */
  favourites?: readonly string[];
  allLabel: string;
  /** `all` for every client. */
  onPick: (slug: string) => void;
};

/** The client switcher in the top bar (`O`): type a few letters, recents first. */
export function OrgSwitcher(props: SwitcherProps) {
  const [open, setOpen] = useState(false);
  const { current } = props;
  useHotkeys([{ id: 'org.switch', keys: 'o', label: kit('switchClient'), run: () => setOpen(true) }]);
  function handlePick(slug: string) {
    setOpen(false);
    props.onPick(slug);
  }
  return (
    <>
      <button type="button" className="st-switcher" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {current ? <OrgBadge {...current} withName /> : <span>{props.allLabel}</span>}
        <Icon name="chevron-expand" />
        <span className="visually-hidden">{kit('switchClient')}</span>
      </button>
      <Dialog open={open} title={kit('switchClient')} onClose={() => setOpen(false)}>
        {open && <SwitcherList {...props} onPick={handlePick} />}
      </Dialog>
    </>
  );
}

/** Whether the letters of `typed` appear in `name` in order, as in "amf" for "Acme Finance". */
export function matchesLoosely(name: string, typed: string): boolean {
  let at = 0;
  const lower = name.toLowerCase();
  return [...typed.toLowerCase().replaceAll(' ', '')].every((wanted) => {
    at = lower.indexOf(wanted, at) + 1;
    return at > 0;
  });
}

function SwitcherList({ organisations, recent, favourites = [], allLabel, onPick }: SwitcherProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const order = [...favourites, ...recent];
  const rank = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  const found = organisations
    .filter((each) => matchesLoosely(each.name, text))
    .toSorted((a, b) => rank(a.slug) - rank(b.slug) || a.name.localeCompare(b.name))
    .slice(0, 50);
  const all = { slug: 'all', name: allLabel };
  const shown: SwitcherOrg[] = matchesLoosely(allLabel, text) ? [...found, all] : found;
  const box = useCombobox(shown.length, (place) => onPick(shown[place]?.slug ?? 'all'), { alwaysOpen: true });
  return (
    <div className="st-switcher-list">
      <input
        {...box.input}
        ref={input}
        autoFocus
        className="form-control"
        aria-label={kit('switchClient')}
        placeholder={kit('typeName')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={box.handleKeyDown}
      />
      <ul id={box.listId} role="listbox" aria-label={kit('switchClient')} className="st-listbox-flat">
        {shown.map((each, place) => (
          <li key={each.slug} {...box.option(place)}>
            {each.slug === 'all' ? (
              <span>{each.name}</span>
            ) : (
              <>
                <OrgBadge {...each} withName />
                {favourites.includes(each.slug) && <Icon name="star-fill" label={kit('favourite')} />}
              </>
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p>{kit('notFound')}</p>}
    </div>
  );
}
