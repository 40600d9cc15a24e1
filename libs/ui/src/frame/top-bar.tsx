import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { IconButton } from '../button';
import { Icon } from '../icon';
import { Keys } from '../keys/key-help';
import { kit } from '../kit-messages';

/** One step of the way to this page; the last has no address. */
export type Crumb = { label: string; to?: string };

type TopBarProps = {
  switcher: ReactNode;
  crumbs: readonly Crumb[];
  onMenu: () => void;
  onSearch: () => void;
  /** Jobs, help and the person's menu. */
  children: ReactNode;
};

/** The bar on top: client switcher, breadcrumb, search, and the tools of the shell. */
export function TopBar({ switcher, crumbs, onMenu, onSearch, children }: TopBarProps) {
  return (
    <header className="st-top">
      <IconButton icon="list" label={kit('mainMenu')} className="st-menu-button" onClick={onMenu} />
      {switcher}
      <nav aria-label={kit('breadcrumb')} className="st-crumbs">
        <ol>
          {crumbs.map((crumb) => (
            <li key={crumb.label}>
              {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" className="st-search-button" onClick={onSearch}>
        <Icon name="search" />
        <span>{kit('searchEverything')}</span>
        <Keys keys="mod+k" quiet />
      </button>
      <div className="st-top-tools">{children}</div>
    </header>
  );
}
