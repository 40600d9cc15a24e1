import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../shared/api';
import { provePresence } from '../shared/step-up';
import { StepUpHost } from './step-up-host';

const noProvider = { name: null, provesPresence: false, provesFactor: false, localProof: true };
const password = { password: true, code: false, passkey: false };

/** Opens the dialog for a class of acts, for somebody of whom the server says this. */
async function asked(className: string, own: object, ways: object | Error): Promise<void> {
  vi.spyOn(api, 'get').mockImplementation(async (path) => {
    if (path === 'auth/own-connection') return own as never;
    if (path !== `auth/step-up/${className}`) throw new Error(`${path} was not expected.`);
    if (ways instanceof Error) throw ways;
    return ways as never;
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <StepUpHost />
    </QueryClientProvider>,
  );
  act(() => void provePresence(className));
  await screen.findByRole('dialog');
}

/** Whether the provider is offered. */
async function offered(className: string, own: object): Promise<boolean> {
  await asked(className, { ...noProvider, name: 'Contoso', ...own }, password);
  return screen.queryByRole('button', { name: /Contoso/ }) !== null;
}

afterEach(async () => {
  await act(async () => screen.getAllByRole('button', { name: /Cancel|Close/ })[0]?.click());
  cleanup();
  vi.restoreAllMocks();
});

describe('a fresh proof here', () => {
  it.each([
    [{ password: true, code: false, passkey: false }, ['Your password']],
    [{ password: false, code: true, passkey: false }, ['Code from your authenticator']],
    [{ password: true, code: true, passkey: false }, ['Your password', 'Code from your authenticator']],
  ])('is asked for by what the server takes: %o', async (ways, labels) => {
    await asked('factor', noProvider, ways);
    const shown = ['Your password', 'Code from your authenticator'].filter((label) => screen.queryByLabelText(label));
    expect(shown).toEqual(labels);
  });

  it('is no password where the domain is closed to passwords: only the provider is left', async () => {
    const ways = { password: false, code: false, passkey: false };
    await asked('settings', { ...noProvider, name: 'Contoso', provesPresence: true, localProof: false }, ways);
    expect(screen.queryByLabelText('Your password')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
    screen.getByRole('button', { name: /Contoso/ });
  });

  it('is not guessed at where the server does not say what it takes', async () => {
    await asked('settings', noProvider, new Error('The server is away.'));
    screen.getByText('The server is away.');
    expect(screen.queryByLabelText('Your password')).toBeNull();
  });
});

describe('a fresh proof at the provider', () => {
  it.each([
    ['settings', { provesPresence: true, provesFactor: false }, true],
    ['factor', { provesPresence: true, provesFactor: false }, false],
    ['factor', { provesPresence: true, provesFactor: true }, true],
    ['settings', { provesPresence: false, provesFactor: false }, false],
  ])('for %s, where the server says %o, is offered: %s', async (className, own, expected) => {
    expect(await offered(className, own)).toBe(expected);
  });
});
