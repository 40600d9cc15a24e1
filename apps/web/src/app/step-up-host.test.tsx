import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../shared/api';
import { provePresence } from '../shared/step-up';
import { StepUpHost } from './step-up-host';

const mfa = { password: true, totp: false, passkeys: 0, recoveryCodesLeft: 0, demanded: false, passkeyDemanded: false };

/** Opens the dialog for a class of acts; answers whether the provider is offered. */
async function offered(className: string, own: Record<string, unknown>): Promise<boolean> {
  vi.spyOn(api, 'get').mockImplementation(async () => ({ name: 'Contoso', localProof: true, ...own }) as never);
  const client = new QueryClient();
  client.setQueryData(['record', 'me'], { id: 'u1', name: 'Olga Owner', email: 'olga@provider.example', mfa });
  client.setQueryDefaults(['record', 'me'], { staleTime: Infinity });
  render(
    <QueryClientProvider client={client}>
      <StepUpHost />
    </QueryClientProvider>,
  );
  act(() => void provePresence(className));
  await screen.findByRole('dialog');
  return screen.queryByRole('button', { name: /Contoso/ }) !== null;
}

afterEach(async () => {
  await act(async () => screen.getByRole('button', { name: 'Cancel' }).click());
  cleanup();
  vi.restoreAllMocks();
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
