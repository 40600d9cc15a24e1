import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { acceptanceOf, waysOut } from './acceptance';
import { feature } from './index';
import type { Proposal, Scan } from './scan.types';

const scan = {
  id: 's1',
  filename: 'office.xml',
  complete: false,
  state: 'waiting',
  warnings: [],
  can: { accept: true, archive: true },
} as unknown as Scan;

const proposal = (key: string, kind: Proposal['kind'], more: Partial<Proposal> = {}): Proposal => ({
  key,
  kind,
  candidates: [],
  differences: [],
  kept: [],
  suggestedName: `host ${key}`,
  suggestedType: 'server',
  ...more,
});

const ambiguous = proposal('c', 'conflict', {
  conflict: 'ambiguous',
  candidates: [
    { id: 'a1', name: 'fw-1', type: 'asset' },
    { id: 'a2', name: 'fw-2', type: 'asset' },
  ],
});
const update = proposal('u', 'update', {
  asset: { id: 'a3', name: 'nas', type: 'asset' },
  assetVersion: 7,
  differences: [{ field: 'os', recorded: ['Linux 5'], found: ['Linux 6'], proposed: ['Linux 6'] }],
});

function answers(proposals: Proposal[]) {
  const counts = { new: 0, update: 0, conflict: 0, vanished: 0, unchanged: 0 };
  for (const { kind } of proposals) counts[kind] += 1;
  vi.spyOn(api, 'getTagged').mockResolvedValue({ data: scan, etag: '"v1"' });
  vi.spyOn(api, 'get').mockResolvedValue({ data: proposals, counts, page: { limit: 4096, next: null } });
}

async function open(address: string, permissions: string[] = ['network.read', 'discovery.run', 'asset.write']) {
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
  const router = createMemoryRouter([{ path: 'o/:org', children: feature.routes?.org }], { initialEntries: [address] });
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

describe('looking at a scan', () => {
  it('says that a cut-off scan proves nothing about what is missing', async () => {
    answers([proposal('n', 'new')]);
    await open('/o/acme/discovery/s1');
    expect(await screen.findByText('This scan is not complete')).toBeTruthy();
  });
  it('shows found, recorded and proposed side by side', async () => {
    answers([update]);
    await open('/o/acme/discovery/s1');
    const row = (await screen.findByText('Linux 5')).closest('tr')!;
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['System Linux 6', 'System Linux 5', 'System Linux 6']);
  });
  it('tells what accepting all would do before it does it', async () => {
    answers([proposal('n', 'new'), proposal('m', 'new')]);
    const done = { scan, created: 2, updated: 0, vanished: 0, unchanged: 0, observations: 4, skipped: [] };
    const post = vi.spyOn(api, 'post').mockResolvedValue({ ...done, dryRun: true });
    await open('/o/acme/discovery/s1');
    fireEvent.click(await screen.findByRole('button', { name: 'Accept all' }));
    await screen.findByText('2 new assets');
    expect(post.mock.calls).toEqual([['scans/s1/accept', { all: true, dryRun: true }]]);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Accept 2' })));
    expect(post.mock.calls[1]?.slice(0, 2)).toEqual(['scans/s1/accept', { all: true }]);
    expect(await screen.findByRole('link', { name: 'Show the assets' })).toBeTruthy();
  });
  it('lets nobody tick or decide who may not accept', async () => {
    answers([ambiguous]);
    vi.mocked(api.getTagged).mockResolvedValue({ data: { ...scan, can: {} }, etag: '"v1"' });
    await open('/o/acme/discovery/s1', ['network.read']);
    await screen.findByText('Several assets fit.');
    expect(screen.queryByRole('button', { name: 'Accept all' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('deciding a conflict', () => {
  it('offers every asset that fits, and a new one', () => {
    expect(waysOut(ambiguous).map(({ value }) => value)).toEqual(['a1', 'a2', 'new']);
  });
  it('sends only what was decided, with the version that was shown', () => {
    expect(acceptanceOf([ambiguous, update], new Map())).toEqual({ keys: ['u'], choices: {}, versions: { u: 7 } });
    const chosen = acceptanceOf([ambiguous], new Map([['c', 'a2']]));
    expect(chosen).toEqual({ keys: [], choices: { c: 'a2' }, versions: {} });
  });
});

describe('uploading a scan', () => {
  it('says in words why a file was not taken', async () => {
    vi.spyOn(api, 'get').mockResolvedValue({ data: [], page: { limit: 50, total: 0 } });
    const detail = 'This is not nmap XML output.';
    vi.spyOn(api, 'post').mockRejectedValue(
      new ApiProblem(422, { detail, errors: [{ pointer: '/file', code: 'scan.not-nmap', detail }] }),
    );
    await open('/o/acme/discovery');
    const file = new File(['hello'], 'bad.xml');
    await act(async () =>
      fireEvent.change(await screen.findByLabelText('Choose a file'), { target: { files: [file] } }),
    );
    expect((await screen.findByRole('alert')).textContent).toContain(detail);
  });
});
