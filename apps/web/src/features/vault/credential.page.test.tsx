import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { onReason } from '../../shared/reason';
import { meQuery, type Me } from '../../shared/session';
import { feature } from './index';

const secret = 'g7!Qv-0O1lI';
const credential = {
  id: 'c1',
  organisationId: 'o1',
  name: 'FW admin',
  type: 'network_device',
  tags: [],
  fields: { username: 'admin' },
  secrets: [
    { field: 'password', revision: 1, changedAt: '2026-11-01T10:00:00Z' },
    { field: 'totpSeed', revision: 1, changedAt: '2026-11-01T10:00:00Z' },
  ],
  unreadable: [],
  reusedCount: 0,
  links: [],
  can: { reveal: true, useTotp: true, update: true },
  version: 3,
  createdAt: '2026-11-01T10:00:00Z',
  updatedAt: '2026-11-01T10:00:00Z',
};
const me = {
  id: 'u1',
  name: 'Dana',
  platformAdmin: false,
  organisations: [{ id: 'o1', slug: 'acme', name: 'Acme', permissions: ['vault.item.read'] }],
  preferences: {},
} as unknown as Me;

let client: QueryClient;

async function open(record: object = credential, page = 'vault/c1') {
  vi.spyOn(api, 'getTagged').mockResolvedValue({ data: record, etag: '"v3"' });
  vi.spyOn(api, 'get').mockResolvedValue({ data: [], page: { limit: 50 } });
  const routes = [{ path: '/o/:org', children: feature.routes?.org ?? [] }];
  const router = createMemoryRouter(routes, { initialEntries: [`/o/acme/${page}`] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { level: 1, name: /FW admin/ });
}

const press = (name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const answers = (value: object) => vi.spyOn(api, 'post').mockResolvedValue(value);

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(meQuery.queryKey, me);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a secret on screen', () => {
  it('is shown after a press and never reaches the query cache', async () => {
    const post = answers({ value: secret, hideAfterSeconds: 30 });
    await open();
    await press('Reveal Password');
    expect(post).toHaveBeenCalledWith('credentials/c1/fields/password/reveal', {});
    expect(document.body.textContent).toContain(secret);
    const cached = [...client.getQueryCache().getAll(), ...client.getMutationCache().getAll()];
    expect(JSON.stringify(cached.map(({ state }) => state))).not.toContain(secret);
  });
  it('is hidden when the window loses the focus', async () => {
    answers({ value: secret, hideAfterSeconds: 30 });
    await open();
    await press('Reveal Password');
    act(() => void window.dispatchEvent(new Event('blur')));
    expect(document.body.textContent).not.toContain(secret);
  });
  it('can be dictated letter by letter', async () => {
    answers({ value: 'O0-l', hideAfterSeconds: 30 });
    await open();
    await press('Reveal Password');
    await press('Read aloud');
    const words = screen.getByRole('list', { name: 'Read aloud: Password' }).textContent;
    expect(words).toBe('Ocapital Oscar0zero-hyphenllima');
  });
  it('asks why where the folder wants a reason, and sends it', async () => {
    const refusal = new ApiProblem(400, { errors: [{ pointer: '/reason', code: 'required' }] });
    const post = vi.spyOn(api, 'post').mockRejectedValueOnce(refusal);
    post.mockResolvedValueOnce({ value: secret, hideAfterSeconds: 30 });
    const stop = onReason(({ answer }) => answer('T-1042'));
    await open();
    await press('Reveal Password');
    expect(post).toHaveBeenLastCalledWith('credentials/c1/fields/password/reveal', { reason: 'T-1042' });
    expect(document.body.textContent).toContain(secret);
    stop();
  });
  it('says when to try again once the budget is spent', async () => {
    const problem = new ApiProblem(429, { code: 'vault.budget_spent', detail: 'Too many.', retryAfterSeconds: 60 });
    vi.spyOn(api, 'post').mockRejectedValue(problem);
    await open();
    await press('Reveal Password');
    expect(screen.getByRole('alert').textContent).toMatch(/Try again at \d/);
  });
  it('shows the code of this moment, in two groups of three', async () => {
    answers({ code: '123456', secondsLeft: 20, period: 30 });
    await open();
    await press('Show code');
    expect(screen.getByRole('status', { name: 'One-time code' }).textContent).toBe('123 456');
  });
});

describe('somebody who may not reveal', () => {
  it('sees that there are secrets, no button, and who can grant it', async () => {
    await open({ ...credential, can: { reveal: false, useTotp: false } });
    expect(screen.getByRole('img', { name: 'Password: hidden' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Reveal|Show code|Copy Password/ })).toBeNull();
    expect(screen.getByText(/vault\.secret\.reveal/).textContent).toContain('organisation admin');
  });
  it('may still use one-time codes where the role says so', async () => {
    await open({ ...credential, can: { reveal: false, useTotp: true } });
    expect(screen.queryByRole('button', { name: 'Reveal Password' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Show code' })).toBeTruthy();
  });
});

describe('replacing a password', () => {
  it('needs no look at the old one and leaves every other secret alone', async () => {
    const patch = vi.spyOn(api, 'patch').mockResolvedValue(credential);
    await open(credential, 'vault/c1/edit');
    const password = screen.getByLabelText<HTMLInputElement>(/^Password/, { selector: 'input[type=password]' });
    expect(password.value).toBe('');
    fireEvent.change(password, { target: { value: 'next one' } });
    await press('Save');
    expect(patch.mock.calls[0]?.[1]).toMatchObject({ fields: { password: 'next one' } });
    expect(Object.keys((patch.mock.calls[0]?.[1] as { fields: object }).fields)).toEqual(['password']);
    expect(patch.mock.calls[0]?.[2]).toMatchObject({ ifMatch: '"v3"' });
  });
  it('refuses a key for codes that is none, before anything is sent', async () => {
    const patch = vi.spyOn(api, 'patch');
    await open(credential, 'vault/c1/edit');
    const seed = screen.getByLabelText(/^One-time code key/, { selector: 'input[type=password]' });
    fireEvent.change(seed, { target: { value: 'not a key!' } });
    await press('Save');
    expect(screen.getByText(/neither an otpauth/)).toBeTruthy();
    expect(patch).not.toHaveBeenCalled();
  });
  it('puts what the server refused under the field it names', async () => {
    const errors = [{ pointer: '/fields/url', code: 'text.max', detail: 'This address is too long.' }];
    vi.spyOn(api, 'patch').mockRejectedValue(new ApiProblem(400, { detail: 'No.', errors }));
    await open(credential, 'vault/c1/edit');
    await press('Save');
    const address = screen.getByLabelText(/^Address/);
    expect(address.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('This address is too long.')).toBeTruthy();
  });
});
