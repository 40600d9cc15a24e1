import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { meQuery, type Me } from '../../shared/session';
import { feature } from './index';

const watch = { organisationId: 'o1', available: true, on: false, since: null, by: null };

const everything = ['vault.item.read', 'vault.policy.manage'];

async function open({ asked = 0, on = false, available = true, permissions = everything } = {}) {
  const findings = [
    { finding: 'breached', count: 0, items: [] },
    { finding: 'weak', count: 0, items: [] },
  ];
  vi.spyOn(api, 'get').mockImplementation(async (path) =>
    path === 'vault/health'
      ? { total: 3, askable: 3, asked, findings }
      : { ...watch, on, available, askable: 3, asked },
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const organisations = [{ id: 'o1', slug: 'acme', name: 'Acme', permissions }];
  client.setQueryData(meQuery.queryKey, { id: 'u1', name: 'Dana', organisations, preferences: {} } as unknown as Me);
  const routes = [{ path: '/o/:org', children: feature.routes?.org ?? [] }];
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/o/acme/vault/health'] })} />
    </QueryClientProvider>,
  );
  return within(await screen.findByRole('region', { name: 'Breached' }));
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('breached passwords on the page of the vault’s health', () => {
  it('are never said to be fine while nobody was asked', async () => {
    const panel = await open();
    expect(panel.queryByText('Nothing to do here.')).toBeNull();
    expect(panel.getByText('0 of 3 passwords looked up; nothing is known of the others.')).toBeTruthy();
  });

  it('are fine once all of them were asked about', async () => {
    const panel = await open({ asked: 3, on: true });
    expect(panel.getByText('Nothing to do here.')).toBeTruthy();
    expect(panel.getByText('All passwords were looked up.')).toBeTruthy();
    expect(panel.queryByText(/nothing is known/)).toBeNull();
  });

  it('are looked up when somebody who sets vault rules says so', async () => {
    const panel = await open();
    const put = vi.spyOn(api, 'put').mockResolvedValue({ ...watch, on: true });
    const button = await panel.findByRole('button', { name: 'Look them up' });
    await act(async () => fireEvent.click(button));
    expect(put).toHaveBeenCalledWith('vault/breach-watch', { organisationId: 'o1', on: true });
  });

  it('offer no switch to anybody else', async () => {
    const panel = await open({ permissions: ['vault.item.read'] });
    await panel.findByText('The passwords of this client are not looked up among stolen ones.');
    expect(panel.queryByRole('button', { name: 'Look them up' })).toBeNull();
  });

  it('are said to be looked up by nobody where there is no list any more, and can still be let go', async () => {
    const panel = await open({ on: true, available: false });
    await panel.findByText('This installation has no list of stolen passwords to ask.');
    expect(panel.queryByText(/Looked up once a day/)).toBeNull();
    expect(panel.getByRole('button', { name: 'Stop looking them up' })).toBeTruthy();
  });

  it('offer no switch where there never was a list', async () => {
    const panel = await open({ available: false });
    await panel.findByText('This installation has no list of stolen passwords to ask.');
    expect(panel.queryByRole('button')).toBeNull();
  });
});
