import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { setHotkeySettings } from '@st0r/ui';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../shared/api';
import { meQuery } from '../shared/session';
import { catalogue } from './key-catalogue';
import { Component } from './shortcuts.page';

function open() {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, { id: 'me', organisations: [], preferences: { theme: 'dark' } } as never);
  const patch = vi.spyOn(api, 'patch').mockResolvedValue(undefined);
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createMemoryRouter([{ path: '*', element: <Component /> }])} />
    </QueryClientProvider>,
  );
  return patch;
}
const press = (name: string, key: string, more: object = {}) => {
  fireEvent.click(screen.getByRole('button', { name: `Change the key of ${name}` }));
  fireEvent.keyDown(screen.getByRole('button', { name: /^Press the new key/ }), { key, ...more });
};
const keysShown = (name: string) =>
  within(screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')[0]
    ?.querySelectorAll('kbd');

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  setHotkeySettings({ singleKeys: true, remap: {} });
});

describe('the keys of a person', () => {
  it('are changed, kept on the server without the other choices, and reset', async () => {
    const patch = open();
    press('Select the row', 'y');
    await waitFor(() => expect(patch).toHaveBeenCalledOnce());
    const keys = { remap: { 'row.select': 'y' } };
    expect(patch.mock.calls[0]).toEqual(['me/preferences', { preferences: { keys } }]);
    expect(keysShown('Select the row')?.[0]?.textContent).toBe('Y');
    fireEvent.click(screen.getByRole('button', { name: 'Reset the key of Select the row' }));
    expect(keysShown('Select the row')?.[0]?.textContent).toBe('X');
  });
  it('keep the arrows beside the letter that was changed', () => {
    open();
    press('Next row', 'n');
    expect([...(keysShown('Next row') ?? [])].map((each) => each.textContent)).toEqual(['N', '↓']);
  });
  it.each([
    ['j', {}, /taken: Next row/],
    ['g', {}, /taken: /],
    ['t', { ctrlKey: true }, /belongs to the browser/],
    ['F6', {}, /belongs to the browser/],
    ['ArrowLeft', { altKey: true }, /belongs to the browser/],
    ['Home', {}, /belongs to the browser/],
  ])('are refused in words where %s %j has another meaning', (key, more, words) => {
    const patch = open();
    press('Select the row', key, more);
    expect(screen.getByRole('alert').textContent).toMatch(words);
    expect(patch).not.toHaveBeenCalled();
  });
  it('are not had back while something else has them', async () => {
    const patch = open();
    press('Select the row', 'y');
    await waitFor(() => expect(patch).toHaveBeenCalledOnce());
    press('Next row', 'x');
    await waitFor(() => expect(patch).toHaveBeenCalledTimes(2));
    fireEvent.click(screen.getByRole('button', { name: 'Reset the key of Select the row' }));
    expect(screen.getByRole('alert').textContent).toMatch(/taken: Next row/);
    expect(patch).toHaveBeenCalledTimes(2);
  });
  it('stay as they are with Esc', () => {
    const patch = open();
    press('Select the row', 'Escape');
    expect(patch).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: /^Press the new key/ })).toBeNull();
  });
  it('are all in the catalogue, with the keys they have in the pages', () => {
    const sources = import.meta.glob<string>(
      [
        '../**/*.{ts,tsx}',
        '../../../../libs/ui/src/**/*.{ts,tsx}',
        '!**/*.test.tsx',
        '!**/search/credentials.ts',
        '!./use-palette.ts',
      ],
      { query: '?raw', import: 'default', eager: true },
    );
    const written = Object.values(sources).flatMap((text) =>
      [...text.matchAll(/id: '([\w.-]+)',\s*keys: '([^']+)'/g)].map(([, id, keys]) => `${id} ${keys}`),
    );
    expect(written.length).toBeGreaterThan(20);
    const known = new Set(catalogue.map(({ id, keys }) => `${id} ${keys}`));
    expect(written.filter((each) => !known.has(each))).toEqual([]);
  });
});
