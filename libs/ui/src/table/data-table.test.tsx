import type { ListShape } from '@st0r/list-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FilterBar } from '../list/filter-bar';
import type { ListState } from '../list/list-state';
import { useSelection } from '../list/selection';
import { ColumnMenu } from './column-menu';
import type { Column } from './columns';
import { DataTable } from './data-table';

type Asset = { id: string; name: string; serial: string };
const columns: Column<Asset>[] = [
  { id: 'name', header: 'Name', cell: (asset) => asset.name, sort: 'name' },
  { id: 'serial', header: 'Serial', cell: (asset) => asset.serial },
];
const shape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    status: { kind: 'choice', choices: ['active', 'spare'], filter: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

function aList(count: number, more: Partial<ListState<Asset>> = {}): ListState<Asset> {
  return {
    rows: Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `asset ${at}`, serial: `SN${at}` })),
    status: 'ready',
    error: undefined,
    retry: vi.fn(),
    loadingMore: false,
    chips: '',
    setChips: vi.fn(),
    sort: [{ field: 'name', descending: false }],
    setSort: vi.fn(),
    ...more,
  };
}

function Page({ list, onPeek }: { list: ListState<Asset>; onPeek?: (asset: Asset) => void }) {
  const selection = useSelection();
  const [chips, setChips] = useState('');
  return (
    <>
      <output aria-label="address">{useLocation().pathname + useLocation().search}</output>
      <output aria-label="selected">{[...selection.ids].join()}</output>
      <output aria-label="filters">{chips}</output>
      <FilterBar shape={shape} chips={chips} onChange={setChips}>
        <ColumnMenu columns={columns} />
      </FilterBar>
      <DataTable
        label="Assets"
        list={list}
        columns={columns}
        rowId={(asset) => asset.id}
        rowName={(asset) => asset.name}
        rowHref={(asset) => `/assets/${asset.id}`}
        onPeek={onPeek}
        selection={selection}
        empty={<p>No assets yet</p>}
      />
    </>
  );
}

function show(list: ListState<Asset>, onPeek?: (asset: Asset) => void) {
  const router = createMemoryRouter([{ path: '*', element: <Page list={list} onPeek={onPeek} /> }]);
  return render(<RouterProvider router={router} />);
}

const press = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(document.body, { key, shiftKey: /^[A-Z]$/.test(key) });
};
const told = (label: string) => screen.getByLabelText(label).textContent;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('a list', () => {
  it('says what it is for when it is empty', () => {
    show(aList(0));
    expect(screen.getByText('No assets yet')).toBeTruthy();
  });
  it('tells "no result" from "empty" and offers to clear the filters', () => {
    const list = aList(0, { chips: 'status:spare' });
    show(list);
    expect(screen.queryByText('No assets yet')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(list.setChips).toHaveBeenCalledWith('');
  });
  it('says what failed with the request id, and tries again', () => {
    const list = aList(0, { status: 'error', error: { detail: 'Too busy.', requestId: 'r-17' } });
    show(list);
    expect(screen.getByText('Too busy.')).toBeTruthy();
    expect(screen.getByText('r-17')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(list.retry).toHaveBeenCalledOnce();
  });
  it('says that it is loading', () => {
    show(aList(0, { status: 'loading' }));
    expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy();
  });
  it('opens the row under the cursor with Enter', () => {
    show(aList(3));
    press('j', 'j', 'Enter');
    expect(told('address')).toBe('/assets/1');
  });
  it('moves back up with K and with the arrow', () => {
    show(aList(5));
    press('j', 'j', 'j', 'k', 'ArrowUp', 'Enter');
    expect(told('address')).toBe('/assets/0');
  });
  it('peeks with Space', () => {
    const onPeek = vi.fn();
    show(aList(3), onPeek);
    press('j', ' ');
    expect(onPeek).toHaveBeenCalledWith(expect.objectContaining({ id: '0' }));
  });
  it('selects with X and a range with Shift X', () => {
    show(aList(6));
    press('j', 'j', 'x', 'j', 'j', 'X');
    expect(told('selected')).toBe('1,2,3');
  });
  it('selects every row shown with one box', () => {
    show(aList(3));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all rows shown' }));
    expect(told('selected')).toBe('0,1,2');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select all rows shown' }));
    expect(told('selected')).toBe('');
  });
  it('asks for the other order when a sorted head is pressed', () => {
    const list = aList(2);
    show(list);
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(list.setSort).toHaveBeenCalledWith([{ field: 'name', descending: true }]);
  });
  it('hides a column and keeps the choice in the address', () => {
    show(aList(2));
    fireEvent.click(screen.getByRole('button', { name: 'Columns' }));
    fireEvent.click(screen.getByRole('button', { name: 'Serial' }));
    expect(screen.queryByRole('columnheader', { name: 'Serial' })).toBeNull();
    expect(told('address')).toBe('/?cols=name');
  });
  it('draws only some of ten thousand rows', () => {
    // jsdom lays nothing out; the window of rows needs a height.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
    show(aList(10_000));
    const rows = within(screen.getByRole('table')).getAllByRole('row').length;
    expect(rows).toBeGreaterThan(1);
    expect(rows).toBeLessThan(200);
  });
  it('says how many there are and loads more', () => {
    const more = vi.fn();
    show(aList(2, { total: 10_001, more }));
    expect(screen.getByText('2 of 10,000+')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(more).toHaveBeenCalledOnce();
  });
});

describe('the filter box', () => {
  const box = () => screen.getByRole('combobox', { name: 'Filters' });
  it('completes a field, then its value, with the keyboard alone', () => {
    show(aList(2));
    fireEvent.change(box(), { target: { value: 'sta' } });
    fireEvent.keyDown(box(), { key: 'Tab' });
    expect((box() as HTMLInputElement).value).toBe('status:');
    fireEvent.change(box(), { target: { value: 'status:sp' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(told('filters')).toBe('status:spare');
  });
  it('takes free words as a search', () => {
    show(aList(2));
    fireEvent.change(box(), { target: { value: 'fire wall' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(told('filters')).toBe('fire wall');
  });
  it('refuses an unknown field in words and keeps what was typed', () => {
    show(aList(2));
    fireEvent.change(box(), { target: { value: 'colour:red' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(screen.getByRole('alert').textContent).toContain('colour');
    expect(told('filters')).toBe('');
    expect((box() as HTMLInputElement).value).toBe('colour:red');
  });
  it('removes a filter by its chip', () => {
    show(aList(2));
    fireEvent.change(box(), { target: { value: 'status:active' } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Remove the filter status:active' }));
    expect(told('filters')).toBe('');
  });
});
