import { describe, expect, it } from 'vitest';
import type { Me } from '../shared/session';
import type { NavEntry } from './feature';
import { railSections } from './nav';

const acme = { id: '1', slug: 'acme', name: 'Acme', permissions: ['asset.read'] };
const zenith = { id: '2', slug: 'zenith', name: 'Zenith', permissions: ['audit.read'] };
const me: Me = {
  id: 'u',
  name: 'Dana',
  email: 'd@example.test',
  platformAdmin: false,
  mfa: { ...{ password: true, totp: true, passkeys: 0 }, recoveryCodesLeft: 8, demanded: true, passkeyDemanded: false },
  organisations: [acme, zenith],
  preferences: {},
};
const entries: NavEntry[] = [
  { id: 'vault', label: 'Vault', icon: 'safe2', area: 'client', to: 'vault', order: 20, permission: 'vault.item.read' },
  {
    id: 'assets',
    label: 'Assets',
    icon: 'pc-display',
    area: 'client',
    to: 'assets',
    order: 10,
    permission: 'asset.read',
  },
  {
    id: 'audit',
    label: 'Audit',
    icon: 'journal-check',
    area: 'house',
    to: '/audit',
    order: 30,
    permission: 'audit.read',
  },
  { id: 'clients', label: 'Clients', icon: 'buildings', area: 'house', to: '/clients', order: 5 },
  {
    id: 'roles',
    label: 'Roles',
    icon: 'person-badge',
    area: 'admin',
    to: '/admin/roles',
    order: 1,
    platformAdmin: true,
  },
];
const shown = (viewer: Parameters<typeof railSections>[1]) =>
  railSections(entries, viewer).map(({ heading, entries: list }) => [heading, list.map(({ to }) => to)]);

describe('the rail', () => {
  it('shows what the person may use in the client in view', () => {
    expect(shown({ me, org: acme })).toEqual([
      [undefined, ['/', '/clients']],
      ['Acme', ['/o/acme/assets']],
    ]);
  });
  it('shows what the person may use anywhere while all clients are in view', () => {
    expect(shown({ me, org: undefined })).toEqual([
      [undefined, ['/', '/clients', '/audit']],
      [undefined, ['/o/all/assets']],
    ]);
  });
  it('shows an address once: the list of all clients stands among the pages of clients while all are in view', () => {
    const everywhere = {
      ...entries[1],
      id: 'all-assets',
      area: 'admin',
      to: '/o/all/assets',
    } as (typeof entries)[number];
    const addresses = (org: typeof acme | undefined) =>
      railSections([...entries, everywhere], { me, org }).flatMap(({ entries: list }) => list.map(({ to }) => to));
    expect(addresses(undefined).filter((to) => to === '/o/all/assets')).toHaveLength(1);
    expect(addresses(acme)).toContain('/o/all/assets');
  });
  it('shows administration to platform administrators only', () => {
    expect(shown({ me: { ...me, platformAdmin: true }, org: acme }).at(-1)).toEqual([
      'Administration',
      ['/admin/roles'],
    ]);
  });
});
