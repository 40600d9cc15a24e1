import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../shared/api';
import type { Me } from '../shared/session';
import { queryClient } from '../shared/query-client';
import { endSight, startSight, useSightOfOtherTabs } from '../shared/sight';
import { SightBar } from './sight-bar';

const sight = {
  ...{ kind: 'person', id: 'u2', name: 'Tom Technician', organisationId: 'o1', organisation: 'Acme', leftOut: 3 },
  until: new Date(Date.now() + 60_000).toISOString(),
  secondsLeft: 60,
};
const meWith = (more: object) =>
  ({ organisations: [{ id: 'o1', slug: 'acme', name: 'Acme' }], ...more }) as unknown as Me;
const assign = vi.fn();

beforeEach(() => vi.stubGlobal('location', { assign }));
afterEach(() => {
  cleanup();
  assign.mockReset();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the bar of looking with other rights', () => {
  it('is not there for whoever looks with their own', () => {
    render(<SightBar me={meWith({ sight: null })} />);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('says whose rights, where, that nothing can be changed, and what is left out', () => {
    render(<SightBar me={meWith({ sight })} />);
    const text = screen.getByRole('region', { name: 'Looking with other rights' }).textContent;
    for (const part of ['Acme', 'Tom Technician', 'Read only', '3 permissions']) expect(text).toContain(part);
  });

  it('leads out again, to where it began', async () => {
    const end = vi.spyOn(api, 'delete').mockResolvedValue(undefined as never);
    render(<SightBar me={meWith({ sight })} />);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Stop looking' })));
    expect(end).toHaveBeenCalledWith('sights/current');
    expect(assign).toHaveBeenCalledWith('/o/acme/members/u2/access');
  });

  it('leaves by itself when the time is over, however wrong the clock of the browser is', async () => {
    vi.useFakeTimers();
    const end = vi.spyOn(api, 'delete').mockResolvedValue(undefined as never);
    render(<SightBar me={meWith({ sight: { ...sight, until: '2020-01-01T00:00:00Z', secondsLeft: 5 } })} />);
    await act(async () => vi.advanceTimersByTimeAsync(4_000));
    expect(end).not.toHaveBeenCalled();
    await act(async () => vi.advanceTimersByTimeAsync(3_000));
    expect(end).toHaveBeenCalledOnce();
    expect(assign).toHaveBeenCalledWith('/o/acme/members/u2/access');
  });

  it('shows in the other tabs of the browser as well, when it begins and when it ends', async () => {
    const read = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
    vi.spyOn(api, 'post').mockResolvedValue(undefined as never);
    vi.spyOn(api, 'delete').mockResolvedValue(undefined as never);
    renderHook(() => useSightOfOtherTabs());
    await startSight({ id: 'o1', slug: 'acme' }, { userId: 'u2' });
    await waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    await endSight('/');
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });

  it('begins with a full load, and not at all when the server refuses', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue(undefined as never);
    await startSight({ id: 'o1', slug: 'acme' }, { userId: 'u2' });
    expect(post).toHaveBeenCalledWith('sights', { organisationId: 'o1', userId: 'u2' });
    expect(assign).toHaveBeenCalledExactlyOnceWith('/o/acme');
    post.mockRejectedValue(new Error('no'));
    await startSight({ id: 'o1', slug: 'acme' }, { userId: 'u2' });
    expect(assign).toHaveBeenCalledTimes(1);
  });
});
