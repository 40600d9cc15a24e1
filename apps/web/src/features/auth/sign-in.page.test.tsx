import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useLocation, type RouteObject } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { digitsOf, pageAfter, safePath } from './auth.api';
import { feature } from './index';

function Elsewhere() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
}

async function open(address: string) {
  const routes: RouteObject[] = [...(feature.routes?.public ?? []), { path: '*', Component: Elsewhere }];
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const contoso = { id: 'c1', kind: 'oidc', label: 'Contoso' };

/** What the server says before anybody is signed in. */
const setupIs = (isOpen: boolean, offered: object[] = []) =>
  vi.spyOn(api, 'get').mockImplementation(async (path: string) => {
    if (path === 'me') return { mfa: { passkeyDemanded: false, recoveryCodesLeft: 10 } };
    if (path === 'auth/second-factor') return { totp: true, passkey: false };
    return path === 'auth/connections' ? offered : { open: isOpen };
  });

/** Answers of POST by path; the look at an e-mail domain finds nothing unless told. */
function posts(answers: Record<string, unknown>) {
  const known: Record<string, unknown> = {
    'auth/connections/lookup': { connection: null, enforced: false },
    ...answers,
  };
  return vi.spyOn(api, 'post').mockImplementation(async (path: string) => {
    if (known[path] instanceof Error) throw known[path];
    return known[path];
  });
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('signing in', () => {
  it('goes through the second factor and returns to the page that was asked for', async () => {
    setupIs(false);
    const post = posts({ 'auth/login': { state: 'totp_required' }, 'auth/totp': { state: 'signed_in' } });
    await open('/login?next=%2Fo%2Facme%2Fvault');
    await screen.findByRole('heading', { name: 'Sign in' });
    // Browsers offer passkeys under a field that says so, and under no other.
    expect(screen.getByLabelText('E-mail').getAttribute('autocomplete')).toBe('username webauthn');
    type('E-mail', 'dana@example.test');
    type('Password', 'correct horse');
    await press('Sign in');
    await screen.findByRole('heading', { name: 'Second factor' });
    type('Code', '123 456');
    await press('Confirm');
    expect((await screen.findByLabelText('address')).textContent).toBe('/o/acme/vault');
    expect(post.mock.calls).toEqual([
      ['auth/connections/lookup', { email: 'x@example.test' }],
      ['auth/login', { email: 'dana@example.test', password: 'correct horse' }],
      ['auth/totp', { code: '123456' }],
    ]);
  });
  it('solves a puzzle by itself while there is an attack, and says why it takes longer', async () => {
    setupIs(false);
    const puzzle = new ApiProblem(428, {
      code: 'auth.work_needed',
      params: { challenge: 'c-1', bits: 6, bytes: 256 },
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const post = vi.spyOn(api, 'post').mockImplementation(async (path: string, body: unknown) => {
      if (path !== 'auth/login') return { connection: null, enforced: false };
      if (!(body as { work?: object }).work) throw puzzle;
      await held;
      return { state: 'signed_in' };
    });
    await open('/login?next=%2Fo%2Facme');
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'dana@example.test');
    type('Password', 'correct horse');
    await press('Sign in');
    expect((await screen.findByText('One moment')).closest('[role="status"]')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Computing' })).toBeTruthy();
    await act(async () => release());
    expect((await screen.findByLabelText('address')).textContent).toBe('/o/acme');
    const { work } = post.mock.calls.at(-1)?.[1] as { work: { challenge: string; answer: number } };
    expect(work.challenge).toBe('c-1');
    const text = Buffer.alloc(256);
    text.writeUInt32BE(work.answer);
    text.write('c-1', 4);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', text));
    expect(hash.readUInt8()).toBeLessThan(4);
  });
  it('gives up on puzzles that never end, and on those that are none', async () => {
    setupIs(false);
    const detail = 'Solve the puzzle.';
    const params = { challenge: 'c-1', bits: 2, bytes: 256 };
    const post = posts({ 'auth/login': new ApiProblem(428, { code: 'auth.work_needed', detail, params }) });
    await open('/login');
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'dana@example.test');
    type('Password', 'x');
    await press('Sign in');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(detail));
    expect(post.mock.calls.filter(([path]) => path === 'auth/login')).toHaveLength(4);
    params.bits = 40;
    await press('Sign in');
    expect(post.mock.calls.filter(([path]) => path === 'auth/login')).toHaveLength(5);
  });
  it('shows the one sentence for a failed sign-in and keeps the e-mail', async () => {
    setupIs(false);
    posts({ 'auth/login': new ApiProblem(401, { detail: 'E-mail or password is not right.' }) });
    await open('/login');
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'dana@example.test');
    type('Password', 'x');
    await press('Sign in');
    expect(screen.getByRole('alert').textContent).toBe('E-mail or password is not right.');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('dana@example.test');
  });
  it('takes a recovery code instead of the app', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({ state: 'signed_in' });
    await open('/login/2fa');
    fireEvent.click(await screen.findByRole('button', { name: 'Use a recovery code instead' }));
    type('Recovery code', ' k7w0-9x2m ');
    await press('Confirm');
    expect(post).toHaveBeenCalledWith('auth/totp', { recoveryCode: 'k7w0-9x2m' });
  });
  it('leads to the setup while nobody has an account', async () => {
    setupIs(true);
    await open('/login');
    expect(await screen.findByRole('heading', { name: 'Set up ClientSt0r' })).toBeTruthy();
  });
});

describe('signing in through a connection', () => {
  it('stands first, and asks the server where to go', async () => {
    setupIs(false, [contoso, { ...contoso, id: 'd1', kind: 'ldap', label: 'Directory' }]);
    const post = posts({ 'auth/connections/c1/start': { location: '#provider' } });
    await open('/login?next=%2Fo%2Facme');
    await press((await screen.findByRole('button', { name: 'Continue with Contoso' })).textContent ?? '');
    expect(post).toHaveBeenCalledWith('auth/connections/c1/start', { returnTo: '/o/acme' });
    expect(screen.queryByRole('button', { name: /Directory/ })).toBeNull();
  });
  it('takes the place of the password where the domain is enforced, and never sends the whole address', async () => {
    setupIs(false);
    const post = posts({
      'auth/connections/lookup': { connection: contoso, enforced: true },
      'auth/connections/c1/start': { location: '#provider' },
    });
    await open('/login');
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'dana@contoso.example');
    await act(async () => fireEvent.blur(screen.getByLabelText('E-mail')));
    expect(screen.queryByLabelText('Password')).toBeNull();
    await press('Continue with Contoso');
    expect(post.mock.calls).toEqual([
      ['auth/connections/lookup', { email: 'x@contoso.example' }],
      ['auth/connections/c1/start', { returnTo: '/' }],
    ]);
  });
  it.each([
    ['cancelled', 'You came back without signing in.'],
    [
      'failed&ref=0b1c2d3e-4f50',
      'Signing in did not work. If it happens again, tell your administrator. The number is 0b1c2d3e-4f50.',
    ],
    ['failed&ref=<script>', 'Signing in did not work. If it happens again, tell your administrator.'],
  ])('that ended with %s says no more than that', async (query, sentence) => {
    setupIs(false);
    await open(`/login?refused=${query}`);
    expect((await screen.findByRole('alert')).textContent).toBe(sentence);
  });
});

describe('setting up', () => {
  it('sends the administrator, the token of the link and the first client at once', async () => {
    setupIs(true);
    const post = vi.spyOn(api, 'post').mockResolvedValue({ state: 'enrolment_required' });
    await open('/setup?token=t0k3n');
    await screen.findByRole('heading', { name: 'Set up ClientSt0r' });
    type('Your name', 'Dana');
    type('E-mail', 'dana@example.test');
    type('Choose a password', 'a long enough one');
    await press('Continue');
    type('Name of your first client', 'Acme');
    await press('Set up ClientSt0r');
    const account = { token: 't0k3n', email: 'dana@example.test', name: 'Dana', password: 'a long enough one' };
    expect(post).toHaveBeenCalledWith('setup', { ...account, organisation: { name: 'Acme' } });
  });
  it('does not go on with a short password', async () => {
    setupIs(true);
    await open('/setup?token=t');
    await screen.findByRole('heading', { name: 'Set up ClientSt0r' });
    type('Your name', 'Dana');
    type('E-mail', 'dana@example.test');
    type('Choose a password', 'short');
    await press('Continue');
    expect(screen.getByLabelText('Choose a password').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByLabelText('Name of your first client')).toBeNull();
  });
});

describe('an invitation', () => {
  it('sets name and password, then the authenticator, and shows the recovery codes once', async () => {
    vi.spyOn(api, 'get').mockImplementation(async (path: string) =>
      path === 'me'
        ? { mfa: { passkeyDemanded: false } }
        : { kind: 'invitation', email: 'dana@example.test', name: 'Dana' },
    );
    const post = vi.spyOn(api, 'post').mockImplementation(async (path: string) => {
      if (path === 'auth/totp/enrolment') return { otpauthUri: 'otpauth://totp/x?secret=ABCD', secret: 'ABCDEFGH' };
      return path.endsWith('confirm') ? { recoveryCodes: ['aaaa-1111'] } : { state: 'enrolment_required' };
    });
    await open('/invite/t%2F1');
    await screen.findByText('You are invited as dana@example.test.');
    type('Choose a password', 'a long enough one');
    await press('Continue');
    expect(await screen.findByRole('img', { name: 'Scan this with your authenticator app' })).toBeTruthy();
    expect(screen.getByText('Or type this key', { exact: false }).textContent).toContain('ABCD EFGH');
    type('First code', '111 111');
    type('The code after it', '222222');
    await press('Confirm');
    expect((await screen.findByRole('listitem')).textContent).toBe('aaaa-1111');
    expect(post.mock.calls.map(([path]) => path)).toEqual([
      'auth/links/t%2F1',
      'auth/totp/enrolment',
      'auth/totp/enrolment/confirm',
    ]);
    expect(post.mock.calls[2]?.[1]).toEqual({ codes: ['111111', '222222'] });
  });
  it('that was used before says so', async () => {
    vi.spyOn(api, 'get').mockRejectedValue(new ApiProblem(404, {}));
    await open('/reset/old');
    expect(await screen.findByRole('heading', { level: 1, name: 'This link no longer works' })).toBeTruthy();
  });
});

describe('the way after signing in', () => {
  it.each([
    ['/o/acme/vault?q=a', '/o/acme/vault?q=a'],
    ['//evil.test', '/'],
    ['/\\evil.test', '/'],
    ['https://evil.test', '/'],
    ['/a\\b', '/'],
    ['/\tevil', '/'],
    [null, '/'],
  ])('from %s leads to %s', (next, path) => {
    expect(safePath(next)).toBe(path);
  });
  it('without a known answer is the sign-in page', () => {
    expect(pageAfter(undefined, '/o/acme')).toBe('/login');
  });
  it('reads a pasted code', () => {
    expect(digitsOf(' 12 34-567')).toBe('123456');
  });
});
