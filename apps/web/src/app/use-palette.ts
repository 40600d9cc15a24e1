import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { chooseTheme, type PaletteItem, type PaletteMode } from '@st0r/ui';
import { queryClient } from '../shared/query-client';
import { recentClients, recentsQuery, type Recent } from '../shared/recents';
import { addressOfRecord, recordKinds } from '../shared/record-kinds';
import type { Me, MyOrganisation } from '../shared/session';
import { features } from './features';
import { shell } from './messages';
import { addressOfEntry, visibleEntries } from './nav';

type PaletteWorld = { me: Me; org: MyOrganisation | undefined; signOut: () => void };

const contains = (title: string, text: string) => title.toLowerCase().includes(text.toLowerCase());

/** The search behind Ctrl K: recents, clients and commands from here, records from the features. */
export function usePalette({ me, org, signOut }: PaletteWorld) {
  const navigate = useNavigate();
  return useCallback(
    async (mode: PaletteMode, text: string): Promise<readonly PaletteItem[]> => {
      const commands = commandItems({ me, org, signOut }, (to) => void navigate(to)).filter((item) =>
        contains(item.title, text),
      );
      if (mode === 'command') return commands;
      // Without them the palette still finds everything; a list of what was open is no reason to fail.
      const recents = await queryClient.fetchQuery(recentsQuery).catch(() => []);
      if (text === '' && mode === 'everything')
        return [...recentItems(recents), ...clientItems(me, '', recents), ...commands];
      const asked = features.flatMap((feature) => feature.palette ?? []);
      const found = await Promise.all(asked.map((ask) => ask({ mode, text, org, me })));
      const records = recentsFirst(found.flat(), recents);
      return mode === 'everything' ? [...records, ...clientItems(me, text, recents), ...commands.slice(0, 5)] : records;
    },
    [me, org, signOut, navigate],
  );
}

function recentItems(recents: readonly Recent[]): PaletteItem[] {
  return recents.slice(0, 6).flatMap((recent) => {
    const kind = recordKinds[recent.type];
    if (!kind) return [];
    return {
      id: `recent ${recent.id}`,
      group: shell('recent'),
      title: recent.title,
      facts: recent.subtitle ?? kind.label,
      icon: kind.icon,
      organisation: recent.organisation,
      href: addressOfRecord(recent),
    };
  });
}

/** Within each group what was open last stands on top; groups keep their order. */
function recentsFirst(items: readonly PaletteItem[], recents: readonly Recent[]): PaletteItem[] {
  const place = new Map(recents.map(({ type, id }, at) => [`${type} ${id}`, at]));
  const rank = ({ id }: PaletteItem) => place.get(id) ?? recents.length;
  const groups = Map.groupBy(items, ({ group }) => group);
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => rank(a) - rank(b)));
}

function clientItems(me: Me, text: string, recents: readonly Recent[]): PaletteItem[] {
  const used = recentClients(recents);
  const rank = (slug: string) => (used.includes(slug) ? used.indexOf(slug) : used.length);
  return me.organisations
    .filter((each) => contains(each.name, text))
    .toSorted((a, b) => rank(a.slug) - rank(b.slug))
    .slice(0, 5)
    .map((each) => ({
      id: `client ${each.slug}`,
      group: shell('people'),
      title: each.name,
      icon: 'building',
      organisation: each,
      href: `/o/${each.slug}`,
    }));
}

function commandItems({ me, org, signOut }: PaletteWorld, go: (to: string) => void): PaletteItem[] {
  const entries = visibleEntries(
    features.flatMap((feature) => feature.nav ?? []),
    { me, org },
  );
  const command = (id: string, title: string, run: () => void): PaletteItem => ({
    id: `command ${id}`,
    group: shell('commands'),
    title,
    icon: 'arrow-return-right',
    actions: [{ id, label: title, keys: 'enter', run }],
  });
  return [
    ...entries.map((entry) =>
      command(`go ${entry.id}`, shell('goTo', { name: entry.label }), () =>
        go(addressOfEntry(entry, org?.slug ?? 'all')),
      ),
    ),
    command('theme light', `${shell('theme')}: ${shell('light')}`, () => chooseTheme('light')),
    command('theme dark', `${shell('theme')}: ${shell('dark')}`, () => chooseTheme('dark')),
    command('theme system', `${shell('theme')}: ${shell('system')}`, () => chooseTheme('system')),
    command('account', shell('myAccount'), () => go('/me/account')),
    command('sign out', shell('signOut'), signOut),
  ];
}
