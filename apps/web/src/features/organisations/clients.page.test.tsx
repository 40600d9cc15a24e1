import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { meQuery, type Me } from '../../shared/session';
import { Component as ClientsPage } from './clients.page';

function open(list: Promise<unknown>): void {
  vi.spyOn(api, 'get').mockImplementation((path: string): Promise<never> => {
    if (path === 'organisations') return list as Promise<never>;
    return Promise.resolve(
      (path === 'organisations/directory'
        ? [{ id: 'o', slug: 'acme', name: 'Acme', member: false }]
        : { data: [], page: { limit: 50 } }) as never,
    );
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const me = { id: 'u', name: 'Olga', platformAdmin: true, organisations: [], preferences: {} };
  client.setQueryData(meQuery.queryKey, me as unknown as Me);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <ClientsPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the clients of somebody who has a role nowhere', () => {
  it('are none yet, which is no failure, and the others are named below', async () => {
    open(Promise.reject(new ApiProblem(403, { code: 'permission.missing', detail: 'You may not do this here.' })));
    await screen.findByText('No clients yet');
    expect(screen.queryByText('You may not do this here.')).toBeNull();
    await screen.findByRole('heading', { name: 'Clients without you' });
  });

  it('are a failure where something else went wrong', async () => {
    open(Promise.reject(new ApiProblem(503, { code: 'platform.away', detail: 'The database is away.' })));
    await screen.findByText('The database is away.');
  });
});
