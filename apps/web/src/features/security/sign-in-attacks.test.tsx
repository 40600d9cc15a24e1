import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { SignInAttacks } from './sign-in-attacks';

const attack = {
  ...{ id: 'a1', beganAt: '2026-11-19T00:00:00Z', endedAt: null },
  ...{ peakPerMinute: 1200, asked: 40, answered: 3 },
};

function open(pressure: object) {
  vi.spyOn(api, 'getTagged').mockResolvedValue({ data: pressure as never, etag: undefined });
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SignInAttacks />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('attacks on signing in', () => {
  it('are told while they go on, with what was asked of unknown devices', async () => {
    open({ underAttack: true, failuresPerMinute: 1200, limitPerMinute: 100, attacks: [attack] });
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /^Signing in is under attack1,200 failed .* more than 100 /,
    );
    expect(screen.getByRole('row', { name: /Goes on 1,200 40 3$/ })).toBeTruthy();
  });

  it('are listed when they are over, and never seen where there was none', async () => {
    open({ underAttack: false, failuresPerMinute: 2, limitPerMinute: 100, attacks: [] });
    await screen.findByText(/^2 failed sign-ins in the last minute.*There was none so far/);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
