import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from './api';
import { noteOpened, recentClients, tellOpened, useRecent, useTellingOpened, type Recent } from './recents';

const mark = (id: string, slug: string) => ({ id, type: 'asset', organisation: { slug } }) as Recent;
let told: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  vi.spyOn(api, 'post').mockImplementation(async (path, body, options) => {
    expect(options).toEqual({ keepalive: true });
    told.push([path, body]);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('records a person opens', () => {
  it('are told to the server together, each once and the last one last', async () => {
    renderHook(() => useTellingOpened(true));
    for (const id of ['a', 'b', 'a', 'c']) noteOpened(id);
    expect(told).toEqual([]);
    await vi.runAllTimersAsync();
    expect(told).toEqual([['me/recents', { ids: ['b', 'a', 'c'] }]]);
  });

  it('are not lost when the page is put aside before that', async () => {
    renderHook(() => useTellingOpened(true));
    renderHook(() => useRecent('a'));
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(told).toEqual([['me/recents', { ids: ['a'] }]]);
    await vi.runAllTimersAsync();
    expect(told).toHaveLength(1);
  });

  it('are nobody’s to tell where no shell is', async () => {
    noteOpened('a');
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
    await tellOpened();
    expect(told).toHaveLength(1);
  });

  it('never stand in the way: a server that is away is no error', async () => {
    vi.spyOn(api, 'post').mockRejectedValue(new Error('away'));
    noteOpened('a');
    await expect(tellOpened()).resolves.toBeUndefined();
  });

  it('say which clients were worked in last', () => {
    expect(recentClients([mark('1', 'zenith'), mark('2', 'acme'), mark('3', 'zenith')])).toEqual(['zenith', 'acme']);
  });
});
