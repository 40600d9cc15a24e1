import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { Component } from './limits.page';

const secrets = {
  ...{ name: 'vault.secrets', says: 'Secrets one person reveals.', budget: 60, seconds: 3600, burst: 20, version: 3 },
  ...{
    standardBudget: 30,
    standardSeconds: 3600,
    leastBudget: 5,
    mostBudget: 500,
    leastSeconds: 600,
    mostSeconds: 86_400,
  },
};

function open(limits: object[], platformAdmin = true) {
  vi.spyOn(api, 'get').mockResolvedValue({ platformAdmin } as never);
  vi.spyOn(api, 'getTagged').mockImplementation((path) =>
    Promise.resolve({ data: path === 'limits' ? limits : { platformAdmin }, etag: undefined } as never),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { platformAdmin } as never);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Component />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the page Limits', () => {
  it('says what holds and what it began with', async () => {
    open([secrets]);
    const row = await screen.findByRole('row', { name: /Secrets one person reveals/ });
    expect(within(row).getByText('60 in an hour')).toBeTruthy();
    expect(within(row).getByText('30 in an hour')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Who has to wait' }).getAttribute('href')).toBe('/admin/security');
  });

  it('saves within bounds and with the version that was read; a newer one is told', async () => {
    const patch = vi.spyOn(api, 'patch').mockRejectedValue(new ApiProblem(412, { code: 'record.stale' }));
    open([secrets]);
    fireEvent.click(await screen.findByRole('button', { name: /Change/ }));
    const budget = screen.getByLabelText('Budget');
    fireEvent.change(budget, { target: { value: '501' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(budget.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(budget, { target: { value: '90' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(patch.mock.calls).toEqual([
      ['limits/vault.secrets', { budget: 90, seconds: 3600 }, { ifMatch: '"v3"', idempotencyKey: undefined }],
    ]);
    expect(await screen.findByRole('dialog', { name: /changed/i })).toBeTruthy();
  });
});
