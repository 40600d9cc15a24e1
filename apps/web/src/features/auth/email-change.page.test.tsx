import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { EmailPanel } from './email-panel';
import { Component as LinkPage } from './email-change.page';

const OLD = 'olga@provider.example';
const NEW = 'olga@new-name.example';
const pending = { email: NEW, askedAt: '2026-11-27T04:00:00.000Z', expiresAt: '2026-11-28T04:00:00.000Z' };
const path = 'auth/links/t-1/email-change';

/** What the server answers to each GET; an error is thrown. */
function gets(answers: Record<string, unknown>) {
  const me = { id: 'u1', name: 'Olga Owner', email: OLD };
  return vi.spyOn(api, 'get').mockImplementation(async (at: string) => {
    const answer = at in answers ? answers[at] : at === 'me' ? me : undefined;
    if (answer instanceof Error) throw answer;
    return answer;
  });
}

function open(address: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['record', 'me'], { id: 'u1', name: 'Olga Owner', email: OLD });
  const routes = [
    { path: '/me/account', element: <EmailPanel /> },
    { path: '/email-change', element: <LinkPage /> },
    { path: '/login', element: <h1>Sign in</h1> },
  ];
  render(
    <QueryClientProvider client={address === '/me/account' ? client : new QueryClient()}>
      <RouterProvider router={createMemoryRouter(routes, { initialEntries: [address] })} />
    </QueryClientProvider>,
  );
}
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

describe('the own address on the account page', () => {
  it('is asked for in a dialog, trimmed, and then stands there with its end and a way back', async () => {
    gets({ 'me/email-change': { pending: null, closed: null } });
    const post = vi.spyOn(api, 'post').mockResolvedValue({ pending, closed: null });
    open('/me/account');
    fireEvent.click(await screen.findByRole('button', { name: 'Change e-mail address' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('New e-mail address'), { target: { value: ` ${NEW} ` } });
    await press('Send the link');
    expect(post.mock.calls).toEqual([['me/email-change', { email: NEW }]]);
    expect(await screen.findByText(`${NEW} waits to be confirmed`)).toBeTruthy();
    expect(screen.getByText(/It works until .*2026/)).toBeTruthy();
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined);
    await press('Cancel the change');
    expect(remove.mock.calls).toEqual([['me/email-change']]);
    expect(await screen.findByRole('button', { name: 'Change e-mail address' })).toBeTruthy();
  });

  it('is no address in other letters, and none at all: nothing is sent', async () => {
    gets({ 'me/email-change': { pending: null, closed: null } });
    const post = vi.spyOn(api, 'post');
    open('/me/account');
    fireEvent.click(await screen.findByRole('button', { name: 'Change e-mail address' }));
    const field = await screen.findByLabelText('New e-mail address');
    for (const value of ['nobody', 'olga@exаmple.test']) {
      fireEvent.change(field, { target: { value } });
      await press('Send the link');
      expect(screen.getByText(/Write an address such as/)).toBeTruthy();
    }
    expect(post).not.toHaveBeenCalled();
  });

  it('shows what the server says against an address at its field', async () => {
    gets({ 'me/email-change': { pending: null, closed: null } });
    const detail = 'People with an address at contoso.example sign in through Contoso.';
    const errors = [{ pointer: '/email', code: 'enforced', detail }];
    vi.spyOn(api, 'post').mockRejectedValue(new ApiProblem(400, { code: 'input.invalid', errors }));
    open('/me/account');
    fireEvent.click(await screen.findByRole('button', { name: 'Change e-mail address' }));
    const field = await screen.findByLabelText('New e-mail address');
    fireEvent.change(field, { target: { value: 'x@contoso.example' } });
    await press('Send the link');
    expect(await screen.findByText(detail)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('says where it is changed when not here', async () => {
    gets({ 'me/email-change': { pending: null, closed: 'You sign in through Contoso.' } });
    open('/me/account');
    expect(await screen.findByText('You sign in through Contoso.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a link about a change of address', () => {
  it('confirms by pressing, never by opening', async () => {
    gets({ [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt } });
    const post = vi.spyOn(api, 'post').mockResolvedValue(undefined);
    open('/email-change#t-1');
    expect(await screen.findByText(`You are signed in as Olga Owner, ${OLD}.`)).toBeTruthy();
    expect(post).not.toHaveBeenCalled();
    await press('Confirm the new address');
    expect(post.mock.calls).toEqual([[path]]);
    expect((await screen.findByText(/from now on/)).textContent).toContain(`You sign in with ${NEW}`);
  });

  it('leads through the sign-in and back, with the secret in no address, and forgets it after use', async () => {
    gets({ [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt }, me: new ApiProblem(401, {}) });
    open('/email-change#t-1');
    const link = await screen.findByRole('link', { name: 'Sign in to confirm' });
    expect(link.getAttribute('href')).toBe('/login?next=%2Femail-change');
    fireEvent.click(link);
    await screen.findByRole('heading', { name: 'Sign in' });
    cleanup();
    gets({ [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt } });
    const post = vi.spyOn(api, 'post').mockResolvedValue(undefined);
    open('/email-change');
    fireEvent.click(await screen.findByRole('button', { name: 'Confirm the new address' }));
    await screen.findByText(/from now on/);
    expect([post.mock.calls, sessionStorage.length]).toEqual([[[path]], 0]);
  });

  it('is asked to sign in for no session only, and tries again after anything else', async () => {
    const answers: Record<string, unknown> = {
      [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt },
      me: new ApiProblem(503, { detail: 'The database is away.' }),
    };
    gets(answers);
    open('/email-change#t-1');
    expect(await screen.findByText('The database is away.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Sign in to confirm' })).toBeNull();
    delete answers['me'];
    await press('Try again');
    expect(await screen.findByRole('button', { name: 'Confirm the new address' })).toBeTruthy();
  });

  it('stays changed when the browser was offline for a while', async () => {
    const answers: Record<string, unknown> = { [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt } };
    gets(answers);
    vi.spyOn(api, 'post').mockResolvedValue(undefined);
    open('/email-change#t-1');
    fireEvent.click(await screen.findByRole('button', { name: 'Confirm the new address' }));
    await screen.findByText(/from now on/);
    answers[path] = new ApiProblem(410, { code: 'email_change.gone', detail: 'This link was used already.' });
    await act(async () => onlineManager.setOnline(false));
    await act(async () => {
      onlineManager.setOnline(true);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(screen.getByText(/from now on/)).toBeTruthy();
  });

  it('tells why it was refused, and lets try again', async () => {
    gets({ [path]: { kind: 'confirm', email: NEW, expiresAt: pending.expiresAt } });
    const detail = 'This link belongs to another account.';
    vi.spyOn(api, 'post').mockRejectedValue(new ApiProblem(403, { code: 'email_change.other_account', detail }));
    open('/email-change#t-1');
    fireEvent.click(await screen.findByRole('button', { name: 'Confirm the new address' }));
    expect((await screen.findByRole('alert')).textContent).toBe(detail);
    expect(screen.getByRole('button', { name: 'Confirm the new address' })).toBeTruthy();
  });

  it('stops by pressing, and then leads to a new password', async () => {
    gets({ [path]: { kind: 'stop', email: NEW, expiresAt: pending.expiresAt } });
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined);
    open('/email-change#t-1');
    await screen.findByRole('heading', { name: 'Stop the change of your address?' });
    expect(remove).not.toHaveBeenCalled();
    await press('Stop the change');
    expect(remove.mock.calls).toEqual([[path]]);
    expect((await screen.findByRole('link', { name: 'Set a new password' })).getAttribute('href')).toBe('/reset');
  });

  it('that no longer works says so', async () => {
    gets({ [path]: new ApiProblem(410, { code: 'email_change.gone', detail: 'This link was used already.' }) });
    open('/email-change#t-1');
    expect(await screen.findByText('This link was used already.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'This link no longer works' })).toBeTruthy();
  });

  it('that could not be looked at is tried again', async () => {
    const answers: Record<string, unknown> = { [path]: new ApiProblem(429, { detail: 'Too many calls.' }) };
    gets(answers);
    open('/email-change#t-1');
    expect(await screen.findByText('Too many calls.')).toBeTruthy();
    expect(screen.queryByText('This link no longer works')).toBeNull();
    answers[path] = { kind: 'stop', email: NEW, expiresAt: pending.expiresAt };
    await press('Try again');
    expect(await screen.findByRole('button', { name: 'Stop the change' })).toBeTruthy();
  });
});
