import { useCallback, useEffect, useState } from 'react';
import { Link, Outlet, useLocation, useMatches, useNavigate, useParams } from 'react-router';
import {
  absoluteTime,
  AppFrame,
  chooseDensity,
  chooseTheme,
  IconButton,
  KeyHelp,
  LeftRail,
  Menu,
  OrgSwitcher,
  Palette,
  TopBar,
  useHotkeys,
  type Crumb,
  type Theme,
} from '@st0r/ui';
import { api } from '../shared/api';
import { useKeySettings, useOwnKeys } from '../shared/key-settings';
import { say } from '../shared/messages';
import { useFavourites, usePreferences } from '../shared/preferences';
import { queryClient } from '../shared/query-client';
import { noteOpened, recentClients, tellOpened, useRecents, useTellingOpened } from '../shared/recents';
import { useSightOfOtherTabs } from '../shared/sight';
import { logoOf, useMe, useOrg, type MyOrganisation } from '../shared/session';
import { features } from './features';
import { shell } from './messages';
import { addressOfEntry, railSections, visibleEntries } from './nav';
import { JobTray } from './job-tray';
import { OfflineBanner } from './offline-banner';
import { ReasonHost } from './reason-host';
import { SealBanner } from './seal-banner';
import { SightBar } from './sight-bar';
import { StepUpHost } from './step-up-host';
import { usePalette } from './use-palette';

const entries = features.flatMap((feature) => feature.nav ?? []);

/** Everything around a page of a signed-in person. */
export function Shell() {
  const me = useMe();
  const org = useOrg();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'keys' | 'menu'>();
  const close = useCallback(() => setOpen(undefined), []);
  const signOut = useCallback(() => void leave(), []);
  const search = usePalette({ me, org, signOut });
  useTellingOpened(!me.sight);
  useSightOfOtherTabs();
  useOwnKeys();
  const keys = useKeySettings();
  const slug = org?.slug ?? 'all';
  const goKeys = visibleEntries(entries, { me, org }).filter((entry) => entry.goKey);
  useHotkeys([
    { id: 'palette', keys: 'mod+k', label: shell('openPalette'), run: () => setOpen('palette') },
    { id: 'keys', keys: '?', label: shell('openKeys'), run: () => setOpen('keys') },
    ...goKeys.map((entry) => ({
      id: `go.${entry.id}`,
      keys: `g ${entry.goKey}`,
      label: shell('goTo', { name: entry.label }),
      run: () => void navigate(addressOfEntry(entry, slug)),
    })),
  ]);
  const rail = (
    <LeftRail
      product={shell('product')}
      sections={railSections(entries, { me, org })}
      open={open === 'menu'}
      onClose={close}
    />
  );
  const top = (
    <TopBar
      switcher={<Switcher />}
      crumbs={useCrumbs()}
      onMenu={() => setOpen('menu')}
      onSearch={() => setOpen('palette')}
    >
      <JobTray />
      <IconButton icon="question-circle" label={shell('openKeys')} onClick={() => setOpen('keys')} />
      <PersonMenu name={me.name} email={me.email} onSignOut={signOut} />
    </TopBar>
  );
  return (
    <AppFrame rail={rail} top={top} organisation={org} notice={<SightBar me={me} />}>
      <PrintNote />
      <OfflineBanner />
      <SealBanner />
      <Outlet />
      <Palette open={open === 'palette'} onClose={close} search={search} />
      <KeyHelp
        open={open === 'keys'}
        onClose={close}
        onSingleKeys={(singleKeys) => keys.change({ singleKeys })}
        more={
          <Link to="/help/shortcuts" onClick={close}>
            {shell('changeKeys')}
          </Link>
        }
      />
      <StepUpHost />
      <ReasonHost />
    </AppFrame>
  );
}

/** On paper only: whose page this was, when, and who printed it. */
function PrintNote() {
  const me = useMe();
  const org = useOrg();
  const printed = say('printed', { at: absoluteTime(Date.now()), name: me.name });
  return <p className="st-print-only">{[org?.name, printed].filter(Boolean).join(' · ')}</p>;
}

async function leave(): Promise<void> {
  // Asked before the session is over; null for a local one, and where the provider shall not know.
  const path = 'auth/own-connection/sign-out';
  const away = await api.get<{ location: string | null }>(path).catch(() => undefined);
  await tellOpened();
  await api.post('auth/logout').catch(() => undefined);
  queryClient.clear();
  // A full load, so that nothing of this person stays in memory.
  location.assign(away?.location ?? '/login');
}

function useCrumbs(): Crumb[] {
  const org = useOrg();
  const { org: slug } = useParams();
  const titled = useMatches().flatMap((match) => {
    const title = (match.handle as { title?: unknown } | undefined)?.title;
    return typeof title === 'string' ? [{ label: title, to: match.pathname }] : [];
  });
  const client = org
    ? [{ label: org.name, to: `/o/${org.slug}` }]
    : slug === 'all'
      ? [{ label: say('allClients'), to: '/clients' }]
      : [];
  const all: Crumb[] = [...client, ...titled];
  return all.map((crumb, at) => (at === all.length - 1 ? { label: crumb.label } : crumb));
}

function Switcher() {
  const me = useMe();
  const org = useOrg();
  const navigate = useNavigate();
  const { favourites } = useFavourites();
  const { recents } = useRecents();
  const { pathname } = useLocation();
  function handlePick(slug: string) {
    const picked = me.organisations.find((each) => each.slug === slug);
    if (picked) noteOpened(picked.id);
    // The same list for the other client; a record stays with its own.
    const list = /^\/o\/[^/]+\/([a-z-]+)/.exec(pathname)?.[1];
    void navigate(list ? `/o/${slug}/${list}` : slug === 'all' ? '/clients' : `/o/${slug}`);
  }
  return (
    <OrgSwitcher
      organisations={me.organisations.map(toSwitcher)}
      current={org && toSwitcher(org)}
      recent={recentClients(recents)}
      favourites={favourites}
      allLabel={say('allClients')}
      onPick={handlePick}
    />
  );
}

const toSwitcher = (org: MyOrganisation) => ({ slug: org.slug, name: org.name, colour: org.colour, logo: logoOf(org) });

function PersonMenu({ name, email, onSignOut }: { name: string; email: string; onSignOut: () => void }) {
  const { preferences, change } = usePreferences();
  const { theme, density } = preferences;
  // What was chosen on another device arrives with the person.
  useEffect(() => {
    if (theme) chooseTheme(theme);
    if (density) chooseDensity(density === 'compact');
  }, [theme, density]);
  function handleTheme(next: Theme) {
    chooseTheme(next);
    void change({ theme: next });
  }
  return (
    <Menu
      tone="ghost"
      icon="person-circle"
      label=""
      name={name}
      items={[
        { heading: name === email ? email : `${name} · ${email}` },
        { label: shell('myAccount'), icon: 'person-gear', to: '/me/account' },
        { label: shell('keys'), icon: 'keyboard', to: '/help/shortcuts' },
        { label: shell('apiDocs'), icon: 'braces', to: '/help/api' },
        { label: shell('about'), icon: 'info-circle', to: '/about' },
        'line',
        { heading: shell('theme') },
        { label: shell('light'), icon: 'sun', onPick: () => handleTheme('light') },
        { label: shell('dark'), icon: 'moon', onPick: () => handleTheme('dark') },
        { label: shell('system'), icon: 'circle-half', onPick: () => handleTheme('system') },
        'line',
        { label: shell('signOut'), icon: 'box-arrow-right', onPick: onSignOut },
      ]}
    />
  );
}
