import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { chooseTheme, type PaletteItem, type PaletteMode } from '@st0r/ui';
import { recents } from '../shared/recents';
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
      if (text === '' && mode === 'everything') return [...recentItems(), ...clientItems(me, ''), ...commands];
      const asked = features.flatMap((feature) => feature.palette ?? []);
      const found = await Promise.all(asked.map((ask) => ask({ mode, text, org, me })));
      const records = found.flat();
      return mode === 'everything' ? [...records, ...clientItems(me, text), ...commands.slice(0, 5)] : records;
    },
    [me, org, signOut, navigate],
  );
}

function recentItems(): PaletteItem[] {
  return recents()
    .slice(0, 6)
    .map((recent) => ({
      id: `recent ${recent.href}`,
      group: shell('recent'),
      title: recent.title,
      facts: recent.kind,
      icon: recent.icon,
      href: recent.href,
    }));
}

function clientItems(me: Me, text: string): PaletteItem[] {
  return me.organisations
    .filter((each) => contains(each.name, text))
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
