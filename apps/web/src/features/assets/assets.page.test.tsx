import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { changesOf as changedLines } from './asset-events';
import { assetValues, bodyOf, changesOf, minorUnits } from './asset-values';
import { keyOf } from './custom-field-values';
import { guessDates, mapped } from './import-mapping';
import { feature } from './index';

const page = { data: [], page: { limit: 50, next: null, total: 0 } };
const asset = {
  id: 'a1',
  organisationId: 'o1',
  name: 'fw-1',
  type: 'firewall',
  status: 'active',
  nextStatuses: ['in_repair'],
  interfaces: [],
  can: { update: true, archive: true },
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

async function open(address: string, permissions: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, {
    id: 'me',
    name: 'Dana',
    email: 'dana@example.test',
    platformAdmin: false,
    mfa: {
      ...{ password: true, totp: true, passkeys: 0 },
      recoveryCodesLeft: 10,
      demanded: true,
      passkeyDemanded: false,
    },
    organisations: [{ id: 'o1', slug: 'acme', name: 'Acme', permissions }],
    preferences: {},
  });
  const routes = [{ path: 'o/:org', children: feature.routes?.org }];
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  await act(async () =>
    render(
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the list of assets', () => {
  it('says what belongs here and how to begin, when there is nothing', async () => {
    vi.spyOn(api, 'get').mockResolvedValue(page);
    await open('/o/acme/assets', ['asset.read', 'asset.write']);
    expect(await screen.findByRole('heading', { name: 'No assets yet' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Import CSV' }).getAttribute('href')).toBe('/o/acme/assets/import');
  });
  it('offers nothing to write to a person who may only read', async () => {
    vi.spyOn(api, 'get').mockResolvedValue(page);
    await open('/o/acme/assets', ['asset.read']);
    await screen.findByRole('heading', { name: 'No assets yet' });
    expect(screen.queryByRole('link', { name: 'New asset' })).toBeNull();
  });
});

describe('the record of an asset', () => {
  const show = (record: object) => {
    vi.spyOn(api, 'getTagged').mockResolvedValue({ data: record, etag: '"v3"' });
    vi.spyOn(api, 'get').mockImplementation(async (path) => (path.includes('status-changes') ? [] : page));
  };
  it('draws its buttons from what the record says one may do', async () => {
    show({ ...asset, can: {} });
    await open('/o/acme/assets/a1', ['asset.read', 'asset.write']);
    await screen.findByRole('heading', { level: 1, name: /fw-1/ });
    expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
  });
  it('moves to an allowed status with a reason', async () => {
    show(asset);
    const post = vi.spyOn(api, 'post').mockResolvedValue(asset);
    await open('/o/acme/assets/a1', ['asset.read', 'asset.write']);
    fireEvent.click(await screen.findByRole('button', { name: /Move to/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Out for repair' }));
    fireEvent.change(await screen.findByLabelText(/Reason/), { target: { value: 'fan broke' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Move to Out for repair' })));
    expect(post.mock.calls[0]?.slice(0, 2)).toEqual(['assets/a1/move', { to: 'in_repair', reason: 'fan broke' }]);
  });
});

describe('a new asset', () => {
  it('shows a refusal under the field the server names', async () => {
    vi.spyOn(api, 'get').mockResolvedValue(page);
    const detail = 'This is not a MAC address.';
    vi.spyOn(api, 'post').mockRejectedValue(
      new ApiProblem(400, { detail, errors: [{ pointer: '/interfaces/0/mac', code: 'format', detail }] }),
    );
    await open('/o/acme/assets/new', ['asset.read', 'asset.write']);
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'fw-2' } });
    const mac = screen.getByLabelText(/^MAC/);
    fireEvent.change(mac, { target: { value: 'zz' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(mac.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(detail)).toBeTruthy();
  });
  it('sends amounts in the smallest unit, and only interfaces that say something', () => {
    const values = { ...assetValues({}, 'o1'), name: ' fw ', price: '1299,90' };
    expect(bodyOf(values, [], true)).toMatchObject({ name: 'fw', price: 129_990, interfaces: [], serial: null });
    expect(minorUnits('')).toBeNull();
  });
});

describe('changing an asset', () => {
  it('sends only what was changed', () => {
    const before = assetValues({ name: 'fw', serial: 'A1' }, 'o1');
    const body = (values: typeof before) => bodyOf(values, [], false);
    expect(changesOf(body({ ...before, serial: 'A2' }), body(before))).toEqual({ serial: 'A2' });
  });
  it('tells its history without ids', () => {
    const changes = { siteId: { from: null, to: '01' }, status: { from: 'active', to: 'lost' } };
    expect(changedLines({ changes })).toEqual(['Status: Deployed → Lost']);
  });
});

describe('importing a file', () => {
  it('lets one column fill a field', () => {
    expect(mapped({ name: 0, serial: 1 }, 2, 'name')).toEqual({ serial: 1, name: 2 });
    expect(mapped({ name: 0, serial: 1 }, 1, '')).toEqual({ name: 0 });
  });
  it('reads the order of days from the rows', () => {
    const rows = (...cells: string[]) => [{ line: 2, cells }];
    expect(guessDates(rows('x', '31/12/2027'))).toBe('dmy');
    expect(guessDates(rows('12/31/2027'))).toBe('mdy');
    expect(guessDates(rows('2027-12-31'))).toBe('ymd');
  });
});

describe('a custom field', () => {
  it('gets a key from its label', () => {
    expect(keyOf('Wänd socket (№ 2)')).toBe('wand_socket_no_2');
    expect(keyOf('2nd line')).toBe('nd_line');
  });
});
