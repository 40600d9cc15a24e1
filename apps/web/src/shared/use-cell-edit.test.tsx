import { QueryClient, QueryClientProvider, type InfiniteData } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { undoToast } from '@st0r/ui';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './api';
import { ApiProblem } from './problem';
import { useCellEdit } from './use-cell-edit';

const site = { id: 's1', name: 'Berlin', city: 'Berlin', version: 3, can: { update: true } };
type Site = typeof site;
type Pages = InfiniteData<{ data: Site[] }>;
const listKey = ['list', 'sites', { org: 'acme' }];

function edit() {
  const client = new QueryClient();
  client.setQueryData(listKey, { pages: [{ data: [site] }], pageParams: [undefined] });
  const { result } = renderHook(() => useCellEdit<Site>('sites'), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  const shown = () => client.getQueryData<Pages>(listKey)?.pages[0]?.data[0];
  return { editing: result.current, shown };
}

afterEach(() => vi.restoreAllMocks());

describe('changing a cell of a list', () => {
  it('is for whom the record itself says may change it', () => {
    const { editing } = edit();
    expect([editing.may(site), editing.may({ ...site, can: { update: false } })]).toEqual([true, false]);
  });
  it('sends the one property with the version on screen, and shows the answer in its place', async () => {
    const patch = vi.spyOn(api, 'patch').mockResolvedValue({ ...site, city: 'Potsdam', version: 4 });
    const { editing, shown } = edit();
    await editing.save({ row: site, field: 'city', value: 'Potsdam' });
    expect(patch.mock.calls).toEqual([['sites/s1', { city: 'Potsdam' }, { ifMatch: '"v3"' }]]);
    expect(shown()).toMatchObject({ city: 'Potsdam', version: 4 });
  });
  it('shows the newer version around a refused change, so that the next try names it', async () => {
    const stale = new ApiProblem(412, { code: 'record.stale', detail: 'Somebody changed this record.' });
    vi.spyOn(api, 'patch').mockRejectedValue(stale);
    vi.spyOn(api, 'getTagged').mockResolvedValue({ data: { ...site, name: 'Mitte', version: 7 }, etag: '"v7"' });
    const { editing, shown } = edit();
    await expect(editing.save({ row: site, field: 'city', value: 'Potsdam' })).rejects.toThrow(
      /^Somebody changed this record after you opened it\. It is “Berlin” now\. Enter keeps yours/,
    );
    expect(shown()).toMatchObject({ name: 'Mitte', city: 'Berlin', version: 7 });
  });
  it('says so when the server kept what was there instead of nothing', async () => {
    vi.spyOn(api, 'patch').mockResolvedValue({ ...site, version: 4 });
    const { editing } = edit();
    await expect(editing.save({ row: site, field: 'name', value: null })).rejects.toThrow('This cannot be empty.');
  });
  it('is taken back with Undo, unless somebody changed it again', async () => {
    const changed = { ...site, city: 'Potsdam', version: 4 };
    const patch = vi.spyOn(api, 'patch').mockResolvedValue(changed);
    const get = vi.spyOn(api, 'getTagged').mockResolvedValue({ data: { ...changed, city: 'Bonn' }, etag: '"v5"' });
    const { editing } = edit();
    await editing.save({ row: site, field: 'city', value: 'Potsdam' });
    undoToast();
    await vi.waitFor(() => expect(get).toHaveBeenCalledOnce());
    expect(patch).toHaveBeenCalledOnce();
    get.mockResolvedValue({ data: changed, etag: '"v4"' });
    await editing.save({ row: site, field: 'city', value: 'Potsdam' });
    undoToast();
    await vi.waitFor(() => expect(patch).toHaveBeenCalledTimes(3));
    expect(patch.mock.calls[2]).toEqual(['sites/s1', { city: 'Berlin' }, { ifMatch: '"v4"' }]);
  });
});
