import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import type { ListState } from '../list/list-state';
import type { Column } from './columns';
import { DataTable } from './data-table';
import { GroupMenu } from './group-menu';

type Asset = { id: string; name: string; status: string | null };
const columns: Column<Asset>[] = [
  { id: 'name', header: 'Name', cell: (asset) => asset.name },
  {
    id: 'status',
    header: 'Status',
    cell: () => null,
    group: { field: 'status', of: ({ status }) => status, words: (value) => value.toUpperCase() },
  },
];
const asset = (name: string, status: string | null): Asset => ({ id: name, name, status });
const groups = {
  data: [
    { value: null, label: null, count: 1 },
    { value: 'active', label: null, count: 2 },
    { value: 'retired', label: 'Put away', count: 40 },
  ],
  complete: true,
};

function show(rows: Asset[], address: string, more: Partial<ListState<Asset>> = {}) {
  const list = { rows, status: 'ready', loadingMore: false, chips: '', sort: [], groups, ...more };
  const page = (
    <>
      <Address />
      <GroupMenu columns={columns} />
      <DataTable
        label="Assets"
        list={list as unknown as ListState<Asset>}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        empty={null}
      />
    </>
  );
  render(<RouterProvider router={createMemoryRouter([{ path: '*', element: page }], { initialEntries: [address] })} />);
}
const Address = () => <output aria-label="address">{useLocation().search}</output>;
const address = () => screen.getByLabelText('address').textContent;
const lines = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

afterEach(cleanup);

describe('a list in groups', () => {
  it('puts rows under heads with words and counts, and none where no group was asked for', () => {
    const rows = [asset('x', null), asset('a', 'active'), asset('b', 'active'), asset('r', 'retired')];
    show(rows, '/?group=status');
    expect(lines()).toEqual([
      ...['Status Without 1 row', 'x'],
      ...['Status ACTIVE 2 rows', 'a', 'b'],
      ...['Status Put away 40 rows', 'r'],
    ]);
    cleanup();
    show(rows, '/');
    expect(lines()).toEqual(['x', 'a', 'b', 'r']);
  });
  it('has no head yet for groups that lie behind the rows read so far, unless they are folded', () => {
    const rows = [asset('x', null)];
    show(rows, '/?group=status', { more: () => undefined });
    expect(lines()).toEqual(['Status Without 1 row', 'x']);
    cleanup();
    show(rows, '/?group=status&folded=active', { more: () => undefined });
    expect(lines()).toEqual(['Status Without 1 row', 'x', 'Status ACTIVE 2 rows']);
  });
  it('shows every row, also those of a group that was not counted', () => {
    const rows = [asset('a', 'active'), asset('n', 'new'), asset('m', 'new')];
    show(rows, '/?group=status', { more: () => undefined });
    expect(lines()).toEqual([
      'Status Without 1 row',
      'Status ACTIVE 2 rows',
      'a',
      expect.stringContaining('NEW'),
      'n',
      'm',
    ]);
  });
  it('folds a group away and back, in the address', () => {
    show([asset('x', null), asset('a', 'active')], '/?group=status&cursor=abc');
    const head = () => screen.getByRole('button', { name: /Without/ });
    expect(head().getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(head());
    expect([address(), head().getAttribute('aria-expanded')]).toEqual(['?group=status&folded=%22%22', 'false']);
    expect(lines()).not.toContain('x');
    fireEvent.click(screen.getByRole('button', { name: /ACTIVE/ }));
    expect(new URLSearchParams(address() ?? '').get('folded')).toBe('"",active');
    fireEvent.click(head());
    fireEvent.click(screen.getByRole('button', { name: /ACTIVE/ }));
    expect(address()).toBe('?group=status');
  });
  it('stays in sight when every group is folded', () => {
    show([], '/?group=status&folded=active');
    expect(lines()).toHaveLength(3);
  });
  it('is chosen from the columns that group, and left again', () => {
    show([asset('a', 'active')], '/');
    fireEvent.click(screen.getByRole('button', { name: 'Group' }));
    fireEvent.click(screen.getByRole('button', { name: 'Status' }));
    expect(address()).toBe('?group=status');
    fireEvent.click(screen.getByRole('button', { name: 'Group' }));
    fireEvent.click(screen.getByRole('button', { name: 'No groups' }));
    expect(address()).toBe('');
  });
});
