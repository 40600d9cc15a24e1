import { act, cleanup, render, screen } from '@testing-library/react';
import { ToastRegion } from '@st0r/ui';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from './api';
import { stopForgetting } from './clipboard-clearing';
import { copyCredentialField, copyTotp } from './credential-acts';
import { ApiProblem } from './problem';
import { onReason } from './reason';

let clipboard: string[];
const label = { name: 'FW admin', organisation: { name: 'Acme', colour: '#b3261e' } };

beforeEach(() => {
  clipboard = [];
  vi.stubGlobal('ClipboardItem', undefined);
  const writeText = async (text: string) => void clipboard.push(text);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.useFakeTimers();
  render(<ToastRegion />);
});
afterEach(() => {
  stopForgetting();
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('copying a secret', () => {
  it('names the client on the toast and never shows the secret', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ value: 'hunter2' });
    await act(() => copyCredentialField('7', 'password', label));
    expect(clipboard).toEqual(['hunter2']);
    expect(screen.getByRole('status').textContent).toContain('Copied Acme / FW admin');
    expect(document.body.textContent).not.toContain('hunter2');
  });
  it('empties the clipboard after thirty seconds', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ value: 'hunter2' });
    await act(() => copyCredentialField('7', 'password', label));
    await act(() => vi.advanceTimersByTimeAsync(29_000));
    expect(clipboard).toEqual(['hunter2']);
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(clipboard).toEqual(['hunter2', '']);
  });
  it('waits for the return to the window when it has no focus then', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ value: 'hunter2' });
    await act(() => copyCredentialField('7', 'password', label));
    vi.mocked(document.hasFocus).mockReturnValue(false);
    await act(() => vi.advanceTimersByTimeAsync(40_000));
    expect(clipboard).toEqual(['hunter2']);
    vi.mocked(document.hasFocus).mockReturnValue(true);
    await act(async () => void window.dispatchEvent(new Event('focus')));
    expect(clipboard).toEqual(['hunter2', '']);
  });
  it('leaves alone what was copied in this window since', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ value: 'hunter2' });
    await act(() => copyCredentialField('7', 'password', label));
    document.dispatchEvent(new Event('copy'));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(clipboard).toEqual(['hunter2']);
  });
  it('asks why where the folder wants a reason, and repeats the act with it', async () => {
    const errors = [{ pointer: '/reason', code: 'required' }];
    const refusal = new ApiProblem(400, { code: 'input.invalid', errors });
    const post = vi.spyOn(api, 'post').mockRejectedValueOnce(refusal).mockResolvedValueOnce({ value: 'hunter2' });
    const stop = onReason(({ answer }) => answer('Ticket 12'));
    await act(() => copyCredentialField('7', 'password', label));
    expect(post).toHaveBeenLastCalledWith('credentials/7/fields/password/copy', { reason: 'Ticket 12' });
    stop();
  });
  it('says what the vault refused, once, and copies nothing', async () => {
    vi.spyOn(api, 'post').mockRejectedValue(new ApiProblem(403, { detail: 'This credential is archived.' }));
    const copied = await act(() => copyCredentialField('7', 'password', label));
    expect(copied).toBe(false);
    expect(clipboard).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('This credential is archived.');
  });
  it('tells for how long a one-time code is good', async () => {
    vi.spyOn(api, 'post').mockResolvedValue({ code: '123456', secondsLeft: 17 });
    await act(() => copyTotp('7', label));
    expect(screen.getByRole('status').textContent).toContain('Acme / FW admin, code for 17 s');
  });
});
