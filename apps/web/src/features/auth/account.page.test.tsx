import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { meQuery } from '../../shared/session';
import { Component } from './account.page';

function open(password: boolean) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const mfa = { password, totp: false, passkeys: 0, passkeyDemanded: false, recoveryCodesLeft: 0 };
  const me = { id: 'me', name: 'Kim', email: 'kim@example.test', platformAdmin: false, organisations: [], mfa };
  client.setQueryData(meQuery.queryKey, { ...me, preferences: null } as never);
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '/', Component }])} />
    </QueryClientProvider>,
  );
}
beforeEach(() => {
  vi.spyOn(api, 'get').mockImplementation(async (path) =>
    path === 'me/email' ? ({ email: 'kim@example.test', change: null, closed: null } as never) : ([] as never),
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('my account', () => {
  it('offers to change a password that signs one in', async () => {
    open(true);
    expect(await screen.findByLabelText(/^Current password/)).toBeTruthy();
  });
  it('says that a password kept elsewhere is changed there', async () => {
    open(false);
    expect(await screen.findByText(/keeps yours, change it there/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Password' })).toBeTruthy();
    expect(screen.queryByLabelText(/^Current password/)).toBeNull();
  });
});
