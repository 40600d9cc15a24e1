import { useSyncExternalStore } from 'react';
import { NavLink } from 'react-router';
import { IconButton } from '../button';
import { Icon, type IconName } from '../icon';
import { useHotkeys } from '../keys/use-hotkeys';
import { kit } from '../kit-messages';
import { watched } from '../listeners';

/** One entry of the rail; `count` only where something is to be done. */
export type RailEntry = { id: string; label: string; icon: IconName; to: string; end?: boolean; count?: number };
/** Entries under an optional heading. */
export type RailSection = { id: string; heading?: string; entries: readonly RailEntry[] };

const storageKey = 'st0r.rail';
const narrow = watched(globalThis.localStorage?.getItem(storageKey) === 'narrow');

function toggleRail(): void {
  narrow.set(!narrow.get());
  localStorage.setItem(storageKey, narrow.get() ? 'narrow' : 'wide');
}

type RailProps = { product: string; sections: readonly RailSection[]; open: boolean; onClose: () => void };

/** The menu at the left: `[` collapses it to icons; on a phone it slides in when `open`. */
export function LeftRail({ product, sections, open, onClose }: RailProps) {
  const small = useSyncExternalStore(narrow.subscribe, narrow.get);
  useHotkeys([{ id: 'rail', keys: '[', label: kit(small ? 'expandRail' : 'collapseRail'), run: toggleRail }]);
  return (
    <>
      {open && <div className="st-rail-shade" onClick={onClose} />}
      <nav
        className="st-rail"
        aria-label={kit('mainMenu')}
        data-narrow={small || undefined}
        data-open={open || undefined}
      >
        <NavLink to="/" className="st-brand" onClick={onClose} aria-label={product}>
          <span className="st-brand-mark" aria-hidden="true">
            <Icon name="hdd-stack-fill" />
          </span>
          <span className="st-rail-label">{product}</span>
        </NavLink>
        <div className="st-rail-scroll">
          {sections.map((section) => (
            <div key={section.id} className="st-rail-section">
              {section.heading && <div className="st-rail-heading">{section.heading}</div>}
              <ul>
                {section.entries.map((entry) => (
                  <li key={entry.id}>
                    <NavLink to={entry.to} end={entry.end} title={small ? entry.label : undefined} onClick={onClose}>
                      <Icon name={entry.icon} />
                      <span className="st-rail-label">{entry.label}</span>
                      {entry.count ? <span className="st-count">{entry.count.toLocaleString()}</span> : null}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
        <IconButton
          icon={small ? 'chevron-double-right' : 'chevron-double-left'}
          label={kit(small ? 'expandRail' : 'collapseRail')}
          className="st-rail-toggle"
          onClick={toggleRail}
        />
      </nav>
    </>
  );
}
