import type { RailEntry, RailSection } from '@st0r/ui';
import type { Me, MyOrganisation } from '../shared/session';
import type { NavEntry } from './feature';
import { shell } from './messages';

const home: NavEntry = {
  id: 'home',
  label: shell('home'),
  icon: 'house',
  to: '/',
  area: 'house',
  order: 0,
  goKey: 'm',
};

/** Who looks at the rail, and from which client. */
export type Viewer = { me: Me; org: MyOrganisation | undefined };

/** The entries this person sees, in order: permission in the client in view, or in any while all are in view. */
export function visibleEntries(entries: readonly NavEntry[], { me, org }: Viewer): NavEntry[] {
  const scope = org ? [org] : me.organisations;
  const held = (permission: string) => scope.some((each) => each.permissions.includes(permission));
  return [home, ...entries]
    .filter((entry) => !entry.platformAdmin || me.platformAdmin)
    .filter((entry) => !entry.oneClient || org !== undefined)
    .filter((entry) => entry.permission === undefined || held(entry.permission))
    .toSorted((a, b) => a.order - b.order);
}

/** The address of an entry, with the client in view filled in. */
export function addressOfEntry(entry: NavEntry, slug: string): string {
  return entry.area === 'client' ? `/o/${slug}${entry.to ? `/${entry.to.replace(/^\//, '')}` : ''}` : entry.to;
}

/** The rail: the house, the client in view, administration. */
export function railSections(entries: readonly NavEntry[], viewer: Viewer): RailSection[] {
  const slug = viewer.org?.slug ?? 'all';
  const seen = visibleEntries(entries, viewer);
  const rail = (entry: NavEntry): RailEntry => ({
    id: entry.id,
    label: entry.label,
    icon: entry.icon,
    to: addressOfEntry(entry, slug),
    end: entry.to === '/' || (entry.area === 'client' && entry.to === ''),
  });
  const client = seen.filter(({ area }) => area === 'client').map(rail);
  // While all clients are in view, a list of all clients is there already.
  const elsewhere = ({ to }: RailEntry) => client.every((entry) => entry.to !== to);
  const admin = seen.filter(({ area }) => area === 'admin').map(rail);
  const sections: RailSection[] = [
    { id: 'house', entries: seen.filter(({ area }) => area === 'house').map(rail) },
    { id: 'client', heading: viewer.org?.name, entries: client },
    { id: 'admin', heading: shell('admin'), entries: admin.filter(elsewhere) },
  ];
  return sections.filter((section) => section.entries.length > 0);
}
