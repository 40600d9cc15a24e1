import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './api';
import { ListTools } from './list-tools';
import { meQuery } from './session';

const view = (more: object) => ({
  ...{ id: 'v', list: 'assets', name: 'Laptops', query: 'type=laptop', columns: null, shared: false },
  ...{ userId: 'me', organisationId: null, can: { archive: true }, version: 1 },
  ...more,
});
const acme = { id: 'o1', slug: 'acme', name: 'Acme', permissions: ['member.read'] };
const columns = ['name', 'serial'].map((id) => ({ id, header: id, cell: () => null }));

function open(address: string, views: object[] = [], organisations: object[] = [acme]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, { id: 'me', organisations, preferences: {} } as never);
  vi.spyOn(api, 'get').mockResolvedValue({ data: views, page: { limit: 200 } });
  const page = <ListTools list="assets" columns={columns} />;
  const router = createMemoryRouter([{ path: '/o/:org/assets', element: page }], { initialEntries: [address] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Views' }));
  return router;
}
async function saveAs(name: string, shared: boolean) {
  const post = vi.spyOn(api, 'post').mockResolvedValue({});
  fireEvent.click(await screen.findByRole('button', { name: 'Save this view' }));
  fireEvent.change(await screen.findByLabelText('Name of the view'), { target: { value: name } });
  if (shared) fireEvent.click(screen.getByLabelText('Share with the team'));
  fireEvent.submit(screen.getByLabelText('Name of the view'));
  await waitFor(() => expect(post).toHaveBeenCalled());
  return post.mock.calls[0]?.slice(0, 2);
}
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('views of a list', () => {
  it('are kept on the server: filters, order, groups and columns, without the page and the open peek', async () => {
    open('/o/acme/assets?type=laptop&sort=-name&cols=name,serial&cursor=c&peek=1&group=status&folded=retired');
    expect(await saveAs('Laptops', true)).toEqual([
      'views',
      {
        ...{ list: 'assets', name: 'Laptops', shared: true, organisationId: 'o1', query: 'type=laptop&sort=-name' },
        groupBy: 'status',
        columns: [
          { id: 'name', width: null, pinned: null },
          { id: 'serial', width: null, pinned: null },
        ],
      },
    ]);
  });

  it('are shared by members of a team only', async () => {
    open('/o/acme/assets', [], [{ ...acme, permissions: [] }]);
    fireEvent.click(await screen.findByRole('button', { name: 'Save this view' }));
    await screen.findByLabelText('Name of the view');
    expect(screen.queryByLabelText('Share with the team')).toBeNull();
  });

  it('lead to the list as it was kept, and those of another client’s team stay away', async () => {
    const foreign = { userId: 'x', shared: true, can: {} };
    const router = open('/o/acme/assets', [
      view({ columns: [{ id: 'serial', width: null, pinned: null }] }),
      view({ id: 'v2', name: 'Of the team', organisationId: 'o1', ...foreign }),
      view({ id: 'v3', name: 'Of others', organisationId: 'o2', ...foreign }),
    ]);
    expect(await screen.findByText('Of the team')).toBeTruthy();
    expect(screen.queryByText('Of others')).toBeNull();
    fireEvent.click(screen.getByText('Laptops'));
    await waitFor(() => expect(router.state.location.search).toBe('?type=laptop&cols=serial'));
  });
});
