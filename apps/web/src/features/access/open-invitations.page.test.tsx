import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/session';
import { feature } from './index';

const invitation = (more: object = {}) => ({
  id: 'u1',
  email: 'ida@example.test',
  name: 'Ida',
  roles: [{ organisationId: 'o', organisation: 'Acme', roleId: 'r', role: 'Technician', invitedBy: 'Olga' }],
  state: 'waiting',
  until: '2026-01-04T10:00:00Z',
  mail: 'sent',
  can: { send: true, withdraw: true },
  ...more,
});

function open(invitations: unknown[], permissions = ['member.manage']) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const organisations = [{ id: 'o', slug: 'acme', name: 'Acme', permissions }];
  client.setQueryData(meQuery.queryKey, { id: 'me', name: 'Dana', organisations, preferences: null } as never);
  const get = vi.spyOn(api, 'get').mockResolvedValue(invitations as never);
  const routes = [{ path: '/o/:org', children: feature.routes?.org ?? [] }];
  const router = createMemoryRouter(routes, { initialEntries: ['/o/acme/members/invitations'] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return get;
}
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('open invitations', () => {
  it('say who waits, who invited them, and that a link has run out', async () => {
    open([invitation({ state: 'run_out', mail: 'bounced' })]);
    expect(await screen.findByText('ida@example.test')).toBeTruthy();
    for (const text of ['Technician', 'Olga', 'Run out', 'Bounced']) expect(screen.getByText(text)).toBeTruthy();
  });

  it('are sent again for the client in view, and the new link is shown once', async () => {
    open([invitation()]);
    const post = vi.spyOn(api, 'post').mockResolvedValue({ mailed: false, link: 'https://x.test/invite/new' } as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Send again Ida' }));
    expect(await screen.findByText('https://x.test/invite/new')).toBeTruthy();
    expect(post.mock.calls[0]?.[0]).toBe('invitations/u1/send?org=acme');
  });

  it('are withdrawn only after a question', async () => {
    open([invitation()]);
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined as never);
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw Ida' }));
    expect(remove).not.toHaveBeenCalled();
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(remove.mock.calls[0]?.[0]).toBe('invitations/u1?org=acme'));
  });

  it('offer nothing where the roles go beyond one’s own', async () => {
    open([invitation({ can: { send: false, withdraw: false } })]);
    expect(await screen.findByText('Needs what these roles can do')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Withdraw Ida' })).toBeNull();
  });

  it('are read by nobody who may not invite', async () => {
    const get = open([], ['member.read']);
    expect(await screen.findByText(/member\.manage/)).toBeTruthy();
    expect(get).not.toHaveBeenCalled();
  });

  it('say so when there are none', async () => {
    open([]);
    expect(await screen.findByText('Nobody has an open invitation')).toBeTruthy();
  });
});
