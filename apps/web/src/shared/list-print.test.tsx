import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Column } from '@st0r/ui';
import { api } from './api';
import { ListPrint } from './list-print';
import { meQuery } from './session';

type Asset = { id: string; name: string; serial: string };
const columns: Column<Asset>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  { id: 'serial', header: 'Serial', cell: ({ serial }) => serial, hidden: true },
];
const rows = (from: number, count: number): Asset[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${from + at}`, name: `asset ${from + at}`, serial: 'SN' }));

async function printed(address: string, total: number) {
  const client = new QueryClient();
  const organisations = [{ id: 'o1', slug: 'acme', name: 'Acme', permissions: [] }];
  client.setQueryData(meQuery.queryKey, { id: 'me', name: 'Dana', organisations, preferences: {} } as never);
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  const get = vi.spyOn(api, 'get').mockImplementation(async (_, query) => {
    const from = Number(query?.['cursor'] ?? 0);
    const next = from + 200 < total ? String(from + 200) : null;
    return { data: rows(from, Math.min(200, total - from)), page: { limit: 200, next, total, groups: null } };
  });
  const page = <ListPrint list="assets" columns={columns} title="Assets" filter="status:active" />;
  const router = createMemoryRouter([{ path: '/o/:org/assets', element: page }], { initialEntries: [address] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Print the list' }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  return { sheet: within(screen.getByRole('region', { name: 'Assets' })), get };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a list on paper', () => {
  it('has all rows in the chosen columns, whose they are, the filter and the name of who printed it', async () => {
    const { sheet, get } = await printed('/o/acme/assets?status=active&folded=x&cursor=c&cols=serial', 250);
    expect(get.mock.calls[0]?.[1]).toEqual({ status: 'active', org: 'acme', total: true, limit: 200 });
    expect(sheet.getAllByRole('row')).toHaveLength(251);
    expect(sheet.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Serial']);
    for (const words of ['Acme', 'status:active', 'Dana', '250']) expect(sheet.getByText(words)).toBeTruthy();
    expect(sheet.queryByText(/Narrow the list/)).toBeNull();
  });
  it('stops at a thousand rows and says that there are more', async () => {
    const { sheet, get } = await printed('/o/acme/assets', 10_001);
    expect(get).toHaveBeenCalledTimes(5);
    expect(sheet.getByText(/The first 1,000 of 10,000\+ rows/)).toBeTruthy();
  });
  it('is put away once it is printed', async () => {
    await printed('/o/acme/assets', 1);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(screen.queryByRole('region', { name: 'Assets' })).toBeNull();
  });
});
