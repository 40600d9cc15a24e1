import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import type { HostSecurity } from './host-security.api';
import { Subjects } from './subjects';
import { Trend } from './trend';

const none = { critical: 0, high: 0, medium: 0, low: 0, unrated: 0 };
const day = (at: string, known: boolean, high = 0) => ({ at, known, seen: { ...none, high }, updates: 7 });

function draw(part: React.ReactNode) {
  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>
    </MemoryRouter>,
  );
}

afterEach(cleanup);

describe('the page Host security', () => {
  it('calls a day nobody knows of not known, in the numbers beside the chart', () => {
    draw(<Trend days={[day('2026-11-19T00:00:00Z', false), day('2026-11-20T00:00:00Z', true, 3)]} />);
    expect(screen.getByRole('img', { name: /^3 weaknesses at the end of .* and 7 updates/ })).toBeTruthy();
    const rows = within(screen.getByRole('table', { name: 'Over time', hidden: true })).getAllByRole('row', {
      hidden: true,
    });
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/3030007$/),
      expect.stringMatching(/Not known$/),
    ]);
  });

  it('says why a machine is unknown, though nothing is open there', () => {
    const subject = {
      ...{ source: 'apt', subject: 'server-1', state: 'unknown', because: 'Nobody looked for 3 days.' },
      ...{ takenAt: '2026-11-19T00:00:00Z', knownAt: null, packages: 824, updates: 0, open: none, decided: 2 },
    } as const;
    draw(<Subjects security={{ subjects: [subject] } as unknown as HostSecurity} />);
    expect(screen.getByRole('row', { name: /server-1 apt Unknown\s*Nobody looked for 3 days/ })).toBeTruthy();
    expect(screen.queryByText('Clean')).toBeNull();
  });

  it('says that nobody looked yet', () => {
    draw(<Subjects security={{ subjects: [] } as unknown as HostSecurity} />);
    expect(screen.getByText('Nobody looked yet')).toBeTruthy();
  });
});
