import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { SecurityChartPanel } from './security-chart';

const bar = (at: string, counts: Record<string, number>) => ({
  ...{ at, counts },
  total: Object.values(counts).reduce((sum, n) => sum + n, 0),
});
const chart = (bucket: string) => ({
  ...{ from: '2026-11-19T00:00:00Z', to: '2026-11-21T00:00:00Z', bucket },
  bars: [bar('2026-11-19T00:00:00Z', {}), bar('2026-11-20T00:00:00Z', { failed: 2, refused: 3 })],
  refusals: [
    { label: 'FR', total: 2 },
    { label: 'rule', total: 1 },
  ],
  behindSeconds: 3,
});

function open(answer: (path: string) => unknown) {
  const asked = vi.spyOn(api, 'getTagged').mockImplementation((path) => Promise.resolve(answer(path) as never));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SecurityChartPanel />
    </QueryClientProvider>,
  );
  return asked;
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the chart of the page Security', () => {
  it('never says that nothing happened while nothing was counted', async () => {
    const empty = { ...chart('day'), bars: [bar('2026-11-19T00:00:00Z', {})], refusals: [] };
    open(() => ({ data: empty }));
    await screen.findByText('Nothing in this time');
    cleanup();
    open(() => ({ data: { ...empty, behindSeconds: 600 } }));
    await screen.findByText(/The last 10 minutes are not counted yet/);
    expect(screen.queryByText('Nothing in this time')).toBeNull();
  });

  it('says the same as a picture, in numbers and by what decided', async () => {
    open(() => ({ data: chart('day') }));
    await screen.findByRole('img', { name: /^5 events from/ });
    const numbers = screen.getByRole('table', { name: 'What came against it', hidden: true });
    const heads = within(numbers).getAllByRole('columnheader', { hidden: true });
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Time',
      'Total',
      'Failed sign-ins',
      'Refused addresses',
    ]);
    expect(screen.getByRole('row', { name: 'France 2' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'An address rule 1' })).toBeTruthy();
  });

  it('looks at 24 hours when asked to', async () => {
    const asked = open((path) => ({ data: chart(path.endsWith('hour') ? 'hour' : 'day') }));
    fireEvent.click(await screen.findByRole('button', { name: '24 hours' }));
    await screen.findByRole('img', { name: /events from/ });
    expect(asked.mock.calls.map(([path]) => path)).toEqual(['security-chart?bucket=day', 'security-chart?bucket=hour']);
  });

  it('says so when nothing happened', async () => {
    open(() => ({ data: { ...chart('day'), bars: [], refusals: [] } }));
    expect(await screen.findByText('Nothing in this time')).toBeTruthy();
  });
});
