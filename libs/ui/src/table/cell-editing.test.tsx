import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListState } from '../list/list-state';
import type { CellChange } from './cell-edit';
import type { Column } from './columns';
import { DataTable } from './data-table';

type Asset = { id: string; name: string; serial: string | null; status: string; siteId: string | null; mine: boolean };
const sites = [
  { value: 's1', label: 'Berlin' },
  { value: 's2', label: 'Hamburg' },
];
const choices = () => ['active', 'retired'].map((value) => ({ value, label: value }));
const columns: Column<Asset>[] = [
  { id: 'name', header: 'Name', cell: (asset) => asset.name },
  { id: 'serial', header: 'Serial', cell: (asset) => asset.serial, edit: { as: 'text', field: 'serial' } },
  { id: 'status', header: 'Status', cell: (asset) => asset.status, edit: { as: 'choice', field: 'status', choices } },
  {
    id: 'site',
    header: 'Site',
    cell: (asset) => asset.siteId,
    edit: { as: 'record', field: 'siteId', label: () => '', search: () => async () => sites },
  },
];

type Save = (change: CellChange<Asset>) => Promise<void>;

/** As a colleague who changes the first row while somebody has it open. */
let changeBehind: (serial: string) => void;

function Page({ save }: { save: Save }) {
  const [rows, setRows] = useState<readonly Asset[]>(
    ['0', '1', '2'].map((id) => ({
      ...{ id, name: `asset ${id}`, serial: `SN${id}`, status: 'active', siteId: null },
      mine: id !== '2',
    })),
  );
  changeBehind = (serial) => setRows((all) => all.map((row) => (row.id === '0' ? { ...row, serial } : row)));
  const list = { rows, status: 'ready', loadingMore: false, chips: '', sort: [] } as unknown as ListState<Asset>;
  async function handleSave(change: CellChange<Asset>) {
    await save(change);
    setRows((all) => all.map((row) => (row.id === change.row.id ? { ...row, [change.field]: change.value } : row)));
  }
  return (
    <DataTable
      label="Assets"
      list={list}
      columns={columns}
      rowId={(asset) => asset.id}
      rowName={(asset) => asset.name}
      editing={{ may: (asset) => asset.mine, save: handleSave }}
      empty={null}
    />
  );
}

function show(save: Save = async () => undefined) {
  const kept = vi.fn(save);
  const router = createMemoryRouter([{ path: '*', element: <Page save={kept} /> }]);
  render(<RouterProvider router={router} />);
  return kept;
}
const frame = () => act(async () => void (await new Promise((done) => requestAnimationFrame(done))));
async function press(key: string, more: object = {}) {
  await act(async () => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));
  await frame();
}
/** Keys of a hand quicker than the next frame. */
function pressAtOnce(...keys: string[]) {
  for (const key of keys) act(() => void fireEvent.keyDown(document.body, { key }));
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const cell = () => document.activeElement?.closest('td')?.textContent;

afterEach(cleanup);

describe('a cell changed in a list', () => {
  it('opens with E on the first cell that can be changed, is kept with Enter, and the cursor goes down', async () => {
    const kept = show();
    await press('j');
    await press('e');
    type('Serial of asset 0', 'SN-new');
    await press('Enter');
    expect(kept.mock.calls[0]?.[0]).toMatchObject({ row: { id: '0' }, field: 'serial', value: 'SN-new' });
    expect(screen.getByText('SN-new')).toBeTruthy();
    expect(cell()).toBe('SN1');
  });
  it('opens the cell the arrows led to, and one that was clicked twice', async () => {
    show();
    await press('j');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('e');
    expect(screen.getByLabelText('Status of asset 0')).toBe(document.activeElement);
    await press('Escape');
    await act(async () => void fireEvent.doubleClick(screen.getByText('SN1')));
    expect(screen.getByLabelText('Serial of asset 1')).toBeTruthy();
  });
  it('opens for a hand that is quicker than the picture, and stays open', async () => {
    show();
    pressAtOnce('j', 'ArrowLeft', 'e');
    await frame();
    expect(screen.getByLabelText('Site of asset 0')).toBe(document.activeElement);
  });
  it('keeps with Tab and goes on to the next cell, back with Shift Tab', async () => {
    const kept = show();
    await press('j');
    await press('e');
    type('Serial of asset 0', 'A');
    await press('Tab');
    type('Status of asset 0', 'retired');
    await press('Tab', { shiftKey: true });
    expect(screen.getByLabelText('Serial of asset 0')).toBe(document.activeElement);
    expect(kept.mock.calls.map(([{ field, value }]) => [field, value])).toEqual([
      ['serial', 'A'],
      ['status', 'retired'],
    ]);
  });
  it('gives up with Esc and keeps nothing', async () => {
    const kept = show();
    await press('j');
    await press('e');
    type('Serial of asset 0', 'typed');
    await press('Escape');
    expect(kept).not.toHaveBeenCalled();
    expect(cell()).toBe('SN0');
  });
  it('stays open with what was typed and the sentence of the server, and goes on when that is put right', async () => {
    const errors = [{ pointer: '/serial', code: 'too_long', detail: 'At most 120 characters.' }];
    const kept = show(async ({ value }) => {
      if (value === 'bad') throw Object.assign(new Error('no'), { detail: 'Not right.', errors });
    });
    await press('j');
    await press('e');
    type('Serial of asset 0', 'bad');
    await press('Enter');
    const control = screen.getByLabelText<HTMLInputElement>('Serial of asset 0');
    expect(screen.getByRole('alert').textContent).toBe('At most 120 characters.');
    expect([control.value, control.getAttribute('aria-invalid')]).toEqual(['bad', 'true']);
    fireEvent.blur(control);
    type('Serial of asset 0', 'good');
    await press('Enter');
    expect(kept).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('names the row as it was when the cell was opened, and the newer one only once the server told of it', async () => {
    let refuse = true;
    const kept = show(async () => {
      if (refuse) throw Object.assign(new Error('stale'), { status: 412 });
    });
    await press('j');
    await press('e');
    act(() => changeBehind('SN-theirs'));
    type('Serial of asset 0', 'SN-mine');
    await press('Enter');
    expect(kept.mock.calls[0]?.[0].row.serial).toBe('SN0');
    refuse = false;
    await press('Enter');
    expect(kept.mock.calls[1]?.[0].row.serial).toBe('SN-theirs');
  });
  it('stays open while its value is refused, whichever other cell is asked for', async () => {
    const kept = show(async () => {
      throw Object.assign(new Error('no'), { detail: 'Not right.' });
    });
    await press('j');
    await press('e');
    type('Serial of asset 0', 'bad');
    await press('Enter');
    await act(async () => void fireEvent.doubleClick(screen.getByText('SN1')));
    expect(screen.queryByLabelText('Serial of asset 1')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Serial of asset 0').value).toBe('bad');
    expect(kept).toHaveBeenCalledTimes(2);
  });
  it('keeps no record that nobody chose: Enter in an untouched cell leaves it as it is', async () => {
    const kept = show();
    await press('j');
    await act(async () => void fireEvent.doubleClick(document.querySelector('[data-cell="site"]') as Element));
    await screen.findByRole('option', { name: 'Berlin', hidden: true });
    await press('Enter');
    expect(kept).not.toHaveBeenCalled();
    expect(screen.queryByLabelText('Site of asset 0')).toBeNull();
  });
  it('keeps what was typed when the person clicks elsewhere, once', async () => {
    const kept = show();
    await press('j');
    await press('e');
    type('Serial of asset 0', 'SN-blur');
    await act(async () => screen.getByLabelText('Serial of asset 0').blur());
    expect(kept).toHaveBeenCalledOnce();
    expect(screen.getByText('SN-blur')).toBeTruthy();
  });
  it('keeps a record as soon as it is picked', async () => {
    const kept = show();
    await press('j');
    await act(async () => void fireEvent.doubleClick(document.querySelector('[data-cell="site"]') as Element));
    fireEvent.change(screen.getByLabelText('Site of asset 0'), { target: { value: 'ham' } });
    const option = await screen.findByRole('option', { name: 'Hamburg' });
    await act(async () => void fireEvent.click(option));
    expect(kept.mock.calls[0]?.[0]).toMatchObject({ field: 'siteId', value: 's2' });
  });
  it('does not open in a row the person may not change', async () => {
    show();
    for (const key of ['j', 'j', 'j', 'e']) await press(key);
    expect(screen.queryByLabelText('Serial of asset 2')).toBeNull();
    expect(screen.getByText('SN2').closest('[data-cell]')).toBeNull();
  });
});
