import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/session';
import { feature } from './index';

const user = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  email: `${id}@example.test`,
  state: 'active',
  platformAdmin: false,
  requireMfa: false,
  can: { update: true, disable: true },
  version: 1,
  createdAt: '2026-01-01T10:00:00Z',
  ...more,
});

function open(platformAdmin: boolean, users: unknown[] = []) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'me', platformAdmin, organisations: [], preferences: null } as never);
  const get = vi
    .spyOn(api, 'get')
    .mockImplementation(async (path) =>
      path === 'views'
        ? { data: [], page: { limit: 200 } }
        : ({ data: users, page: { limit: 50, next: 'n', total: 12_000 } } as never),
    );
  const routes = [{ path: '/admin', children: feature.routes?.admin ?? [] }];
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/admin/people'] })} />
    </QueryClientProvider>,
  );
  return get;
}
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('accounts', () => {
  it('come page by page and are searched on the server', async () => {
    const get = open(true, [user('a', 'Kim'), user('me', 'Dana', { can: { update: true, disable: false } })]);
    expect(await screen.findByText('2 of 10,000+')).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Filters' }), { target: { value: 'kim' } });
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Filters' }), { key: 'Enter' });
    await waitFor(() =>
      expect(get).toHaveBeenLastCalledWith('users', expect.objectContaining({ q: 'kim' }), expect.anything()),
    );
  });
  it('offer to disable everybody but oneself', async () => {
    open(true, [user('me', 'Dana', { can: { update: true, disable: false } })]);
    fireEvent.click(await screen.findByRole('button', { name: 'Manage Dana' }));
    expect((await screen.findByText('Disable account')).closest('[aria-disabled=true], .disabled')).toBeTruthy();
  });
  it('are for platform administrators only', async () => {
    open(false);
    expect(await screen.findByText(/Platform administrator/)).toBeTruthy();
  });
});
