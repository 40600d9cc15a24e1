import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
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
const setupIs = (isOpen: boolean) => vi.spyOn(api, 'get').mockResolvedValue({ open: isOpen });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('signing in', () => {
  it('goes through the second factor and returns to the page that was asked for', async () => {
    setupIs(false);
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValueOnce({ state: 'totp_required' })
      .mockResolvedValueOnce({ state: 'signed_in' });
    await open('/login?next=%2Fo%2Facme%2Fvault');
    await screen.findByRole('heading', { name: 'Sign in' });
    type('E-mail', 'dana@example.test');
    type('Password', 'correct horse');
    await press('Sign in');
    await screen.findByRole('heading', { name: 'Second factor' });
    type('Code', '123 456');
    await press('Confirm');
    expect((await screen.findByLabelText('address')).textContent).toBe('/o/acme/vault');
    expect(post.mock.calls).toEqual([
      ['auth/login', { email: 'dana@example.test', password: 'correct horse' }],
      ['auth/totp', { code: '123456' }],
    ]);
  });
  it('shows the one sentence for a failed sign-in and keeps the e-mail', async () => {
    setupIs(false);
    vi.spyOn(api, 'post').mockRejectedValue(new ApiProblem(401, { detail: 'E-mail or password is not right.' }));
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
    vi.spyOn(api, 'get').mockResolvedValue({ kind: 'invitation', email: 'dana@example.test', name: 'Dana' });
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
