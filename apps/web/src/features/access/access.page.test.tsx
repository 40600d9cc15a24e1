import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/session';
import { feature } from './index';

const catalogue = [
  { code: 'asset.read', group: 'Assets', sentence: 'See assets.' },
  { code: 'vault.secret.reveal', group: 'Vault', sentence: 'Reveal passwords.' },
];
const role = (id: string, name: string, permissions: string[]) => ({
  id,
  name,
  permissions,
  template: null,
  requireMfa: false,
  description: null,
  can: {},
  version: 1,
});
const roles = [role('1', 'Technician', ['asset.read', 'vault.secret.reveal']), role('2', 'Helpdesk', ['asset.read'])];
const memberOf = (can: object) => ({
  id: '9',
  organisationId: 'o',
  userId: 'u',
  userName: 'Kim',
  userEmail: 'kim@example.test',
  userState: 'invited',
  role: { id: '1', name: 'Technician', type: 'role' },
  validUntil: null,
  can,
  version: 1,
});

async function open(address: string, answers: Record<string, unknown>, permissions: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const organisations = [{ id: 'o', slug: 'acme', name: 'Acme', permissions }];
  client.setQueryData(meQuery.queryKey, { id: 'me', name: 'Dana', organisations, preferences: null } as never);
  const answer = (path: string) => answers[path] ?? answers[path.split('/')[0] ?? ''];
  vi.spyOn(api, 'get').mockImplementation(async (path: string) => answer(path) as never);
  vi.spyOn(api, 'getTagged').mockImplementation(async (path: string) => ({
    data: answer(path) as never,
    etag: '"v1"',
  }));
  const routes = [
    { path: '/o/:org', children: feature.routes?.org ?? [] },
    { path: '/admin', children: feature.routes?.admin ?? [] },
  ];
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [address] })} />
    </QueryClientProvider>,
  );
}
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
const page = (data: unknown[]) => ({ data, page: { limit: 200 } });

describe('the role matrix', () => {
  it('shows only where roles differ from the chosen one', async () => {
    await open('/admin/roles?from=1', { roles: page(roles), permissions: catalogue }, ['member.read']);
    expect(await screen.findByText('Reveal passwords.')).toBeTruthy();
    expect(screen.queryByText('See assets.')).toBeNull();
  });
  it('offers a new role only to those who manage roles', async () => {
    await open('/admin/roles', { roles: page(roles), permissions: catalogue }, ['member.read']);
    await screen.findByText('See assets.');
    expect(screen.queryByRole('link', { name: 'New role' })).toBeNull();
  });
  it('tells before saving what a role gains and how many people that concerns', async () => {
    const holders = page([{ userId: 'a' }, { userId: 'a' }, { userId: 'b' }]);
    const answers = { 'roles/2': roles[1], permissions: catalogue, memberships: holders };
    await open('/admin/roles/2', answers, ['role.manage']);
    fireEvent.click(await screen.findByLabelText('Reveal passwords.'));
    expect(screen.getByText('One permission is given')).toBeTruthy();
    expect(await screen.findByText('2 people you may see hold this role.')).toBeTruthy();
  });
});

describe('members of a client', () => {
  it('are managed only where the record says so', async () => {
    await open('/o/acme/members', { memberships: page([memberOf({ update: false, archive: false })]) }, [
      'member.read',
    ]);
    expect(await screen.findByText('Waits for acceptance')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Manage Kim' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
  });
  it('offers to invite to those who manage members', async () => {
    await open('/o/acme/members', { memberships: page([memberOf({ update: true, archive: true })]) }, [
      'member.manage',
    ]);
    expect(await screen.findByRole('button', { name: 'Manage Kim' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Invite' })).toBeTruthy();
  });
});
