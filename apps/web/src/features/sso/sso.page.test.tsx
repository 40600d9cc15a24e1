import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { meQuery, type Me } from '../../shared/session';
import { feature } from './index';

const me: Me = {
  id: 'u1',
  name: 'Ada',
  email: 'ada@provider.example',
  platformAdmin: true,
  mfa: { ...{ password: true, totp: true, passkeys: 0 }, recoveryCodesLeft: 8, demanded: true, passkeyDemanded: false },
  organisations: [{ id: 'o1', slug: 'acme', name: 'Acme', permissions: ['member.manage'] }],
  preferences: {},
};

const connection = {
  id: 'c1',
  kind: 'oidc',
  name: 'Contoso',
  state: 'draft',
  position: 100,
  buttonLabel: null,
  buttonShown: true,
  jit: false,
  mfaTrusted: false,
  mfaAmr: ['mfa'],
  mfaAcr: [],
  domains: [{ domain: 'contoso.example', enforcedFrom: null }],
  oidc: {
    preset: 'entra',
    issuer: null,
    clientId: null,
    clientProof: 'post',
    scopes: ['openid', 'profile'],
    emailClaim: 'email',
    nameClaim: 'name',
    groupsClaim: 'groups',
    tenantId: null,
    groupOverflow: 'refuse',
    hostedDomain: null,
    signOutThere: false,
  },
  secretsHeld: [],
  missing: ['The client id.'],
  addresses: [{ name: 'redirect', address: 'https://st0r.example/api/v1/auth/sso/c1/callback' }],
  health: { tested: false, testedAt: null, lastSignInAt: null, problemCode: null, problem: null, problemAt: null },
  can: {},
  version: 3,
};

const saml = {
  ...connection,
  id: 's1',
  kind: 'saml',
  name: 'Shibboleth',
  oidc: null,
  saml: {
    entityId: null,
    signOnUrl: null,
    signOnBinding: 'redirect',
    logoutUrl: null,
    logoutResponseUrl: null,
    metadataUrl: null,
    certificates: [],
    assertionSignature: 'required',
    providerInitiated: false,
    emailAttribute: 'mail',
    nameAttribute: 'displayName',
    groupsAttribute: null,
    signOutThere: false,
  },
  addresses: [{ name: 'entity_id', address: 'https://st0r.example/api/v1/auth/sso/s1/saml/metadata' }],
};

const directory = {
  ...connection,
  id: 'd1',
  kind: 'ldap',
  name: 'Contoso AD',
  oidc: null,
  missing: [],
  addresses: [],
  ldap: {
    preset: 'active_directory',
    host: null,
    port: 636,
    security: 'ldaps',
    ca: null,
    bindDn: null,
    userBase: null,
    userClass: 'user',
    loginAttributes: ['userPrincipalName'],
    keyAttribute: 'objectGUID',
    emailAttribute: 'mail',
    nameAttribute: 'displayName',
    groupBase: null,
    groupClass: 'group',
    nested: true,
    sync: true,
  },
};

const test = {
  state: 'passed',
  person: 'new',
  personSentence: 'A new account would be made.',
  name: 'Philip Fry',
  groups: ['cn=crew,dc=x'],
  roles: [],
  claims: { dn: 'cn=fry,dc=x' },
};

const change = { userId: 'u2', person: 'Fry' };
const look = {
  id: 'y1',
  state: 'done',
  dryRun: true,
  askedBy: 'Ada',
  startedAt: '2026-01-01T00:00:00Z',
  problem: null,
  counts: { read: 9, known: 9, given: 0, taken: 1, left: 1, returned: 0, kept: 0 },
  changes: [
    { ...change, act: 'leave', organisation: null, role: null },
    { ...change, act: 'take', organisation: 'Acme', role: 'Technician' },
  ],
};

const stopped = {
  ...look,
  id: 'y2',
  state: 'stopped',
  problem: '1200 of 1300 people would lose roles, so nothing was changed.',
  counts: { ...look.counts, taken: 1200, kept: 1 },
};

const answers: Record<string, unknown> = {
  'sign-in-connections/d1': directory,
  'sign-in-connections/d1/mappings': [],
  'sign-in-connections/d1/directory-syncs': [],
  'sign-in-connections/d1/directory-syncs/y1': look,
  'sign-in-connections/d2': { ...directory, id: 'd2', state: 'enabled' },
  'sign-in-connections/d2/mappings': [],
  'sign-in-connections/d2/directory-syncs': [],
  'sign-in-connections/d2/directory-syncs/y2': stopped,
  'sign-in-connections/c1': connection,
  'sign-in-connections/c1/mappings': [],
  'sign-in-connections/s1': saml,
  'sign-in-connections/s1/mappings': [],
  'break-glass-accounts': [{ userId: 'u1', name: 'Ada', email: 'ada@provider.example', chosen: false, works: true }],
  roles: { data: [{ id: 'r1', name: 'Technician', permissions: [] }], page: { limit: 200 } },
};

async function open(address: string, person: Me = me) {
  vi.spyOn(api, 'getTagged').mockImplementation(async (path: string) => ({
    data: answers[path] as never,
    etag: '"v3"',
  }));
  vi.spyOn(api, 'get').mockImplementation(async (path: string) => answers[path] as never);
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, person);
  const routes = [{ path: '/admin', children: feature.routes?.admin ?? [] }];
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the connection wizard', () => {
  it('is for platform administrators', async () => {
    await open('/admin/sso/c1', { ...me, platformAdmin: false });
    expect(await screen.findByText(/Platform administrator/)).toBeTruthy();
  });
  it('shows our address, asks Entra ID for its directory and says what is missing', async () => {
    await open('/admin/sso/c1?tab=exchange');
    expect(await screen.findByText('https://st0r.example/api/v1/auth/sso/c1/callback')).toBeTruthy();
    expect(screen.getByLabelText(/Directory \(tenant\) id/)).toBeTruthy();
    expect(screen.queryByLabelText(/^Issuer/)).toBeNull();
    expect(screen.getByText('The client id.')).toBeTruthy();
  });
  it('sends the secret by itself, and the rest without it', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({});
    const patch = vi.spyOn(api, 'patch').mockResolvedValue({});
    await open('/admin/sso/c1?tab=exchange');
    fireEvent.change(await screen.findByLabelText(/Client secret/), { target: { value: 's3cret' } });
    fireEvent.change(screen.getByLabelText(/Client id/), { target: { value: 'app-1' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(post).toHaveBeenCalledWith('sign-in-connections/c1/secrets', { name: 'client_secret', value: 's3cret' });
    expect(patch.mock.calls[0]?.[1]).toMatchObject({ oidc: { clientId: 'app-1' } });
    expect(JSON.stringify(patch.mock.calls)).not.toContain('s3cret');
  });
  it('enables nothing that was not tested', async () => {
    await open('/admin/sso/c1?tab=test');
    const enable = await screen.findByRole('button', { name: 'Enable' });
    expect((enable as HTMLButtonElement).disabled).toBe(true);
  });
  it('offers only clients where the administrator may give roles', async () => {
    const elsewhere = { id: 'o2', slug: 'zen', name: 'Zenith', permissions: ['asset.read'] };
    await open('/admin/sso/c1?tab=map', { ...me, organisations: [...me.organisations, elsewhere] });
    await screen.findByText(/No group gives a role yet/);
    const clients = screen.getByLabelText('Client') as HTMLSelectElement;
    expect([...clients.options].map(({ text }) => text)).toEqual(['', 'Acme']);
  });
  it('enforces a domain only through an enabled connection', async () => {
    await open('/admin/sso/c1?tab=enforce');
    expect(await screen.findByRole('button', { name: 'Choose Ada' })).toBeTruthy();
    const enforce = screen.getByRole('button', { name: 'Enforce contoso.example' });
    expect((enforce as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('the wizard of a SAML connection', () => {
  it('reads metadata, asks which provider is meant and says what is refused', async () => {
    const choices = [{ entityId: 'https://idp.example/a', name: 'A' }];
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValueOnce({ connection: null, choices, warnings: [] })
      .mockRejectedValueOnce(new ApiProblem(422, { detail: 'The metadata are not XML.' }));
    await open('/admin/sso/s1?tab=exchange');
    expect(await screen.findByText(/Entity ID, also called/)).toBeTruthy();
    const url = 'https://idp.example/metadata';
    fireEvent.change(screen.getByLabelText('Address of the metadata'), { target: { value: url } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Read' })));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Choose A' })));
    const path = 'sign-in-connections/s1/saml-metadata/fetch';
    expect(post.mock.calls).toEqual([
      [path, { url }],
      [path, { url, entityId: 'https://idp.example/a' }],
    ]);
    expect(await screen.findByText('The metadata are not XML.')).toBeTruthy();
  });
  it('maps attributes where OpenID Connect has claims', async () => {
    const patch = vi.spyOn(api, 'patch').mockResolvedValue({});
    await open('/admin/sso/s1?tab=map');
    fireEvent.change(await screen.findByLabelText(/Attribute with the groups/), { target: { value: 'memberOf' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(patch.mock.calls[0]?.[1]).toMatchObject({ saml: { emailAttribute: 'mail', groupsAttribute: 'memberOf' } });
  });
});

describe('the wizard of a directory', () => {
  it('stores the password of the reading account by itself, and lets the port follow the encryption', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({});
    const patch = vi.spyOn(api, 'patch').mockResolvedValue({});
    await open('/admin/sso/d1?tab=exchange');
    fireEvent.change(await screen.findByLabelText(/^Server/), { target: { value: 'dc1.contoso.example' } });
    fireEvent.change(screen.getByLabelText('Encryption'), { target: { value: 'starttls' } });
    fireEvent.change(screen.getByLabelText(/^Its password/), { target: { value: 's3cret' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(post).toHaveBeenCalledWith('sign-in-connections/d1/secrets', { name: 'bind_password', value: 's3cret' });
    const body = patch.mock.calls[0]?.[1] as { ldap: object };
    expect(body.ldap).toMatchObject({ host: 'dc1.contoso.example', security: 'starttls', ca: null });
    expect(Object.keys(body.ldap)).not.toContain('port');
    expect(JSON.stringify(patch.mock.calls)).not.toContain('s3cret');
  });
  it('shows who somebody is there and would be here', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue(test);
    await open('/admin/sso/d1?tab=test');
    fireEvent.change(await screen.findByLabelText(/Name or e-mail address/), { target: { value: 'fry' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Look up or sign in' })));
    expect(post.mock.calls[0]?.slice(0, 2)).toEqual(['sign-in-connections/d1/ldap-tests', { login: 'fry' }]);
    expect(await screen.findByText('A new account would be made.')).toBeTruthy();
    expect(screen.getByText('cn=crew,dc=x')).toBeTruthy();
  });
  it('lists what a dry run would change, and changes nothing through a draft', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ id: 'y1', jobId: 'j1' });
    await open('/admin/sso/d1?tab=sync');
    expect(await screen.findByText('Nobody has looked yet')).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Change it now' }) as HTMLButtonElement).disabled).toBe(true);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Dry run' })));
    expect(await screen.findByText('Is disabled and signed out')).toBeTruthy();
    expect(screen.getByText('Technician · Acme')).toBeTruthy();
  });
  it('says where a list is cut, and beyond the guard names the look whose list was read', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({ id: 'y2', jobId: 'j1' });
    await open('/admin/sso/d2?tab=sync');
    expect(await screen.findByText('Nobody has looked yet')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Dry run' })));
    expect(await screen.findByText('The first 2 of 1,202 changes.')).toBeTruthy();
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Change it although many lose something' })),
    );
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Change it now' })));
    expect(post.mock.calls[1]?.slice(0, 2)).toEqual([
      'sign-in-connections/d2/directory-syncs',
      { dryRun: false, accepted: 'y2' },
    ]);
  });
});
