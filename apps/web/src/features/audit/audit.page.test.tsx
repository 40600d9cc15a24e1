import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { spanOf } from '../../shared/chart-time';
import { meQuery, type Me } from '../../shared/session';
import { rangeOf, toggled, withRange } from './event-list';
import { feature } from './index';
import { Verdict } from './verify-button';

const event = {
  id: 'e1',
  number: '12',
  occurredAt: '2026-11-20T10:00:00Z',
  category: 'record',
  action: 'asset.updated',
  outcome: 'success',
  actorType: 'user',
  actorName: 'Dana',
  targetType: 'asset',
  targetLabel: '<img src=x onerror=alert(1)>',
  ip: '10.0.0.9',
  requestId: 'r1',
  changes: { name: { from: '<b>old</b>', to: 'new' }, password: 'changed' },
  details: null,
};
const neighbour = { ...event, id: 'e2', action: 'relation.created', targetLabel: 'fw to switch' };
const chart = {
  from: '2026-11-19T00:00:00Z',
  to: '2026-11-21T00:00:00Z',
  bucket: 'day',
  bars: [
    { at: '2026-11-19T00:00:00Z', total: 0, counts: {} },
    { at: '2026-11-20T00:00:00Z', total: 3, counts: { record: 2, vault: 1 } },
  ],
};
const me = (permissions: string[]) =>
  ({
    id: 'u',
    name: 'Dana',
    platformAdmin: false,
    organisations: [{ id: 'o', slug: 'acme', name: 'Acme', permissions }],
    preferences: {},
  }) as unknown as Me;

async function open(permissions = ['audit.read', 'audit.export']) {
  vi.spyOn(api, 'get').mockImplementation((path: string): Promise<never> => {
    const found: Record<string, unknown> = {
      ...{ 'events/chart': chart, 'events/e1/neighbours': [event, neighbour] },
      views: { data: [], page: { limit: 200 } },
    };
    return Promise.resolve((found[path] ?? { data: [event], page: { limit: 50 } }) as never);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, me(permissions));
  const routes = [{ path: '/o/:org', children: [...(feature.routes?.org ?? [])] }];
  const router = createMemoryRouter(routes, { initialEntries: ['/o/acme/audit'] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByRole('table', { name: 'Events' });
  await screen.findByRole('img', { name: /3 events/ });
  return () => decodeURIComponent(router.state.location.search);
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the audit explorer', () => {
  it('shows what was written as text, whatever it looks like', async () => {
    await open();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img[src]')).toBeNull();
  });
  it('opens an event with before and after, and what else its request did', async () => {
    await open();
    fireEvent.focus(screen.getAllByRole('row').find((row) => row.dataset['row'] === '0') as HTMLElement);
    await act(async () => fireEvent.keyDown(document.body, { key: 'Enter' }));
    const panel = await screen.findByRole('complementary', { name: 'asset.updated' });
    expect(within(panel).getByRole('row', { name: 'name <b>old</b> new' })).toBeTruthy();
    expect(within(panel).getByRole('row', { name: 'password changed' })).toBeTruthy();
    expect(await within(panel).findByText('fw to switch')).toBeTruthy();
  });
  it('has the chart as a table whose days narrow the list', async () => {
    const address = await open();
    const table = screen.getByRole('table', { name: 'Events over time', hidden: true });
    const day = within(table).getByRole('button', { hidden: true });
    await act(async () => fireEvent.click(day));
    expect(address()).toBe('?occurredAt[gte]=2026-11-20T00:00:00.000Z&occurredAt[lt]=2026-11-21T00:00:00.000Z');
  });
  it('narrows to a category by the legend, and widens by a second press', async () => {
    const address = await open();
    const legend = within(screen.getByRole('group', { name: 'Category' }));
    await act(async () => fireEvent.click(legend.getByRole('button', { name: /vault/ })));
    expect(address()).toBe('?category=vault');
    await act(async () => fireEvent.click(legend.getByRole('button', { name: /vault/ })));
    expect(address()).toBe('');
  });
  it('offers the export to those who may take it', async () => {
    await open(['audit.read']);
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Verify chain' })).toBeTruthy();
  });
});

describe('the filters of the log', () => {
  it('keep the time apart from everything else', () => {
    const chips = withRange('category:vault', { from: 0, to: 86_400_000 });
    expect(rangeOf(chips)).toEqual({ from: 0, to: 86_400_000 });
    expect(withRange(chips, {})).toBe('category:vault');
  });
  it('collect several values of one field', () => {
    expect(toggled('category:vault', 'category', 'admin')).toBe('category:vault,admin');
    expect(toggled('category:vault,admin', 'category', 'vault')).toBe('category:admin');
  });
  it('draw hours for short times and never more bars than the server draws', () => {
    const now = Date.parse('2026-11-20T10:00:00Z');
    expect(spanOf({ from: now - 86_400_000 }, now).bucket).toBe('hour');
    expect(spanOf({ from: 0 }, now)).toMatchObject({ bucket: 'day', from: '2025-10-18T10:00:00.000Z' });
  });
});

describe('the result of a verification', () => {
  const result = {
    ok: true,
    exitCode: 0,
    firstBad: null,
    sealed: 10,
    unsealed: 1,
    drift: [],
    notes: [],
    milliseconds: 5,
  };
  it('says that the chain is intact', () => {
    render(<Verdict result={result} />);
    expect(screen.getByText('The chain is intact')).toBeTruthy();
  });
  it('names the first bad row', () => {
    const firstBad = { seq: 7, number: '4711', reason: 'The MAC does not fit.' };
    render(<Verdict result={{ ...result, ok: false, exitCode: 1, firstBad }} />);
    expect(screen.getByText('The log was tampered with')).toBeTruthy();
    expect(screen.getByText(/event 4711, number 7 in the chain/)).toBeTruthy();
    expect(screen.getByText(/The MAC does not fit/)).toBeTruthy();
  });
});
