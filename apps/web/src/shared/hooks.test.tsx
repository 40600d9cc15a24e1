import type { ListShape } from '@st0r/list-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './api';
import { chipsOf, withChips, withSort } from './list-url';
import { ApiProblem } from './problem';
import { useList } from './use-list';
import { touches, useSave } from './use-save';

const shape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    status: { kind: 'choice', choices: ['active', 'spare'], filter: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};
const search = (text: string) => new URLSearchParams(text);

function world(address: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return ({ children }: { children: ReactNode }) => {
    const routes = [{ path: '/o/:org/assets', element: children }];
    const router = createMemoryRouter(routes, { initialEntries: [address] });
    return (
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    );
  };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the address of a list', () => {
  it('is shown as chips, without what only concerns the view', () => {
    expect(chipsOf(shape, search('status=active&q=fw&cols=name&peek=7&cursor=abc'))).toBe('status:active fw');
  });
  it('goes back to the first page when a filter changes, and keeps columns and order', () => {
    const next = withChips(shape, search('sort=-name&cols=name&cursor=abc&peek=7'), 'status:spare');
    expect(next && Object.fromEntries(next)).toEqual({ status: 'spare', sort: '-name', cols: 'name' });
  });
  it('stays as it is while the filters are not valid', () => {
    expect(withChips(shape, search(''), 'colour:red')).toBeUndefined();
  });
  it('names the order only where it is not the usual one', () => {
    expect(withSort(shape, search('status=spare'), [{ field: 'name', descending: true }]).toString()).toBe(
      'status=spare&sort=-name',
    );
    expect(withSort(shape, search('sort=-name'), [{ field: 'name', descending: false }]).toString()).toBe('');
  });
});

describe('a list of a client', () => {
  it('asks for that client with the filters of the address and appends the next page', async () => {
    const page = (id: string, next: string | null) => ({ data: [{ id }], page: { limit: 1, next, total: 2 } });
    const get = vi.spyOn(api, 'get').mockResolvedValueOnce(page('1', 'c2')).mockResolvedValueOnce(page('2', null));
    const { result } = renderHook(() => useList<{ id: string }>('assets', shape, { total: true }), {
      wrapper: world('/o/acme/assets?status=active&peek=9'),
    });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    expect(get.mock.calls[0]?.slice(0, 2)).toEqual([
      'assets',
      { status: 'active', total: true, org: 'acme', cursor: undefined },
    ]);
    act(() => result.current.more?.());
    await waitFor(() => expect(result.current.rows.map(({ id }) => id)).toEqual(['1', '2']));
    expect(get.mock.calls[1]?.[1]).toMatchObject({ cursor: 'c2' });
    expect(result.current.more).toBeUndefined();
    expect(result.current.total).toBe(2);
  });
  it('asks for every client under /o/all', async () => {
    const get = vi.spyOn(api, 'get').mockResolvedValue({ data: [], page: { limit: 50 } });
    const { result } = renderHook(() => useList('assets', shape), { wrapper: world('/o/all/assets') });
    await waitFor(() => expect(result.current.status).toBe('ready'));
    expect(get.mock.calls[0]?.[1]).toMatchObject({ org: undefined });
  });
});

describe('saving', () => {
  const wrapper = () => world('/o/acme/assets');
  const show = <T,>(hook: () => T) => renderHook(hook, { wrapper: wrapper() });
  it('keeps a conflict instead of losing the change, and saves over it when asked', async () => {
    const patch = vi
      .spyOn(api, 'patch')
      .mockRejectedValueOnce(new ApiProblem(412, { code: 'version.stale' }))
      .mockResolvedValueOnce({});
    const { result } = show(() => useSave<{ name: string }>('assets/1', { method: 'patch', etag: '"v1"' }));
    await act(() => result.current.save({ name: 'mine' }));
    expect(result.current.conflict).toBe(true);
    await act(async () => void (await result.current.overwrite()));
    expect(patch.mock.calls.map(([, body, options]) => [body, options?.ifMatch])).toEqual([
      [{ name: 'mine' }, '"v1"'],
      [{ name: 'mine' }, '*'],
    ]);
    expect(result.current.conflict).toBe(false);
  });
  it('repeats a create after a lost answer with the same key, and takes a new one after a refusal', async () => {
    const lost = new ApiProblem(0, { code: 'network.unreachable' });
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValueOnce(lost)
      .mockRejectedValueOnce(new ApiProblem(400, {}))
      .mockResolvedValueOnce({});
    const { result } = show(() => useSave<object>('assets'));
    for (let attempt = 0; attempt < 3; attempt += 1) await act(() => result.current.save({}).catch(() => undefined));
    const keys = post.mock.calls.map(([, , options]) => options?.idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });
  it.each([
    ['assets', true],
    ['assets/1', true],
    ['assets?x', true],
    ['assets-old', false],
  ])('of an asset refreshes what was read from %s: %s', (path, expected) => {
    expect(touches(['list', path], ['assets'])).toBe(expected);
  });
});
