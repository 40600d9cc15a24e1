import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConfirmDialog } from './dialog/confirm-dialog';
import { StepUpDialog } from './dialog/step-up-dialog';
import { initials } from './frame/org-badge';
import { matchesLoosely } from './frame/org-switcher';
import { BulkBar } from './list/bulk-bar';
import { useSelection } from './list/selection';
import { messages } from './messages';
import PaletteDialog from './palette/palette-dialog';
import { readPalette, type PaletteItem } from './palette/palette-types';
import { HiddenSecret, SecretText } from './secret/secret-text';
import { secondsLeft } from './secret/totp-ring';
import { relativeTime } from './time';
import { ToastRegion } from './toast/toast-region';
import { dismissToast, showToast, shownToasts } from './toast/toasts';

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  for (const toast of shownToasts.get()) dismissToast(toast.id);
});

describe('a message with Undo', () => {
  it('takes the act back by its button', () => {
    const undo = vi.fn();
    render(<ToastRegion />);
    act(() => showToast({ text: 'Archived fw-01', undo }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('Archived fw-01')).toBeNull();
  });
  it('takes the newest act back with Ctrl Z', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    render(<ToastRegion />);
    act(() => showToast({ text: 'one', undo: first }));
    act(() => showToast({ text: 'two', undo: second }));
    act(() => void fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true }));
    expect(second).toHaveBeenCalledOnce();
    expect(first).not.toHaveBeenCalled();
  });
  it('stays ten seconds; an error stays until it is dismissed', () => {
    vi.useFakeTimers();
    render(<ToastRegion />);
    act(() => showToast({ text: 'kept', tone: 'danger' }));
    act(() => showToast({ text: 'undoable', undo: () => undefined }));
    act(() => void vi.advanceTimersByTime(9_900));
    expect(screen.getByText('undoable')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(200));
    expect(screen.queryByText('undoable')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('kept');
  });
});

describe('a dialog', () => {
  it('asks for the name before what nothing can undo', async () => {
    const onConfirm = vi.fn();
    render(
      <ConfirmDialog
        open
        title="Shred"
        confirmLabel="Shred it"
        typeToConfirm="Acme"
        onConfirm={onConfirm}
        onClose={vi.fn()}
      >
        Gone for ever.
      </ConfirmDialog>,
    );
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Shred it' });
    expect(button.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Type Acme to confirm'), { target: { value: 'Acme' } });
    await act(async () => fireEvent.click(button));
    expect(onConfirm).toHaveBeenCalledOnce();
  });
  it('takes a code pasted with spaces as a fresh proof and shows a refusal', async () => {
    const onProve = vi.fn(async () => 'That code is not right.');
    render(<StepUpDialog askPassword={false} askCode onProve={onProve} onClose={vi.fn()} />);
    fireEvent.change(screen.getByLabelText('Code from your authenticator'), { target: { value: '123 456' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Confirm' })));
    expect(onProve).toHaveBeenCalledWith({ code: '123456' });
    expect(screen.getByRole('alert').textContent).toBe('That code is not right.');
  });
  it('says what to do where nothing here could be a fresh proof, and asks for nothing', () => {
    render(<StepUpDialog askPassword={false} askCode={false} onProve={vi.fn()} onClose={vi.fn()} />);
    screen.getByText(/^Nothing of your account can confirm it here\. Sign out, sign in again/);
    expect(screen.queryByLabelText('Your password')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
  });
});

describe('an act on many rows', () => {
  function Bar({ run }: { run: () => Promise<unknown> }) {
    const selection = useSelection();
    const preview = async () => ({ change: 23, refused: [{ id: 'a', name: 'fw-01', reason: 'is archived' }] });
    return (
      <>
        <button type="button" onClick={() => selection.add(['a', 'b'])}>
          pick
        </button>
        <BulkBar selection={selection} actions={[{ id: 'status', label: 'Set status', preview, run }]} />
      </>
    );
  }
  it('says what will change and what is refused before it runs', async () => {
    const run = vi.fn(async () => undefined);
    render(<Bar run={run} />);
    fireEvent.click(screen.getByText('pick'));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Set status' })));
    expect(screen.getByText('23 will change')).toBeTruthy();
    expect(screen.getByText('is archived', { exact: false }).textContent).toBe('fw-01 is archived');
    expect(run).not.toHaveBeenCalled();
    await act(async () =>
      fireEvent.click(screen.getAllByRole('button', { name: 'Set status' }).at(-1) ?? document.body),
    );
    expect(run).toHaveBeenCalledWith(['a', 'b']);
    expect(screen.queryByText('2 selected')).toBeNull();
  });
});

describe('the palette', () => {
  it.each([
    ['>theme', 'command', 'theme'],
    ['@ dana', 'person', 'dana'],
    ['=10.1.2.3', 'exact', '10.1.2.3'],
    ['fw acm', 'everything', 'fw acm'],
  ])('reads %s as %s', (typed, mode, text) => {
    expect(readPalette(typed)).toEqual({ mode, text });
  });
  it('copies with Enter and shows the other acts of the marked row', async () => {
    const [copy, user, onClose] = [vi.fn(), vi.fn(), vi.fn()];
    const actions = [
      { id: 'copy', label: 'Copy password', keys: 'enter', run: copy },
      { id: 'user', label: 'Copy user', keys: 'shift+enter', run: user },
    ];
    const search = async () => [{ id: 'c1', group: 'Credentials', title: 'FW admin', icon: 'key' as const, actions }];
    const router = createMemoryRouter([
      { path: '*', element: <PaletteDialog open onClose={onClose} search={search} /> },
    ]);
    render(<RouterProvider router={router} />);
    await screen.findByRole('option', { name: 'FW admin' });
    const box = screen.getByRole('combobox');
    expect(screen.getByRole('button', { name: /Copy user/ })).toBeTruthy();
    fireEvent.keyDown(box, { key: 'Enter', shiftKey: true });
    expect(user).toHaveBeenCalledOnce();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(copy).toHaveBeenCalledOnce();
    expect(onClose).toHaveBeenCalled();
  });

  const typed = (text: string) => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } });
  /** A palette whose answers come when they are let go, each with one credential named after the question. */
  function slowPalette(run: (copied: string) => void) {
    const answers = new Map<string, () => void>();
    const search = (_mode: unknown, text: string) =>
      new Promise<PaletteItem[]>((resolve) => {
        const act = { id: 'copy', label: 'Copy password', keys: 'enter', run: () => run(text) };
        answers.set(text, () => resolve([{ id: text, group: 'Found', title: text, icon: 'key', actions: [act] }]));
      });
    const element = <PaletteDialog open onClose={vi.fn()} search={search} />;
    render(<RouterProvider router={createMemoryRouter([{ path: '*', element }])} />);
    return async (text: string) => {
      await vi.waitFor(() => expect(answers.has(text)).toBe(true));
      await act(async () => answers.get(text)?.());
    };
  }
  it('never takes an early Enter for what an earlier text had found', async () => {
    const run = vi.fn();
    const answer = slowPalette(run);
    await answer('');
    typed('fw');
    await answer('fw');
    await screen.findByRole('option', { name: 'fw' });
    typed('srv');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    expect(run).not.toHaveBeenCalled();
    await answer('srv');
    expect(run.mock.calls).toEqual([['srv']]);
  });
  it('forgets an early Enter when somebody types on', async () => {
    const run = vi.fn();
    const answer = slowPalette(run);
    await answer('');
    typed('srv');
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    typed('srv-02');
    await answer('srv-02');
    await screen.findByRole('option', { name: 'srv-02' });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('small things', () => {
  it('a hidden secret does not tell its length', () => {
    const { container } = render(<HiddenSecret label="Hidden" />);
    expect(container.textContent).toHaveLength(10);
  });
  it('a shown secret is one text with digits and symbols marked', () => {
    const { container } = render(<SecretText value="aß1!😀" />);
    expect(container.textContent).toBe('aß1!😀');
    expect(container.querySelectorAll('.st-digit')).toHaveLength(1);
    expect(container.querySelectorAll('.st-symbol')).toHaveLength(2);
  });
  it.each([
    [0, 30],
    [29_999, 1],
    [30_000, 30],
  ])('a code seen at %d ms has %d seconds left', (now, left) => {
    expect(secondsLeft(30, now)).toBe(left);
  });
  it.each([
    [-130_000, '2 minutes ago'],
    [3_600_000 * 5, 'in 5 hours'],
    [-86_400_000, 'yesterday'],
  ])('a moment %d ms away reads %s', (distance, words) => {
    expect(relativeTime(1e12 + distance, 1e12)).toBe(words);
  });
  it.each([
    ['Acme Industries', 'AI'],
    ['zenith', 'ZE'],
    ['Ångström-Werke Süd', 'ÅW'],
  ])('%s has the initials %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
  it('a client is found by letters in order', () => {
    expect(matchesLoosely('Acme Finance', 'acf')).toBe(true);
    expect(matchesLoosely('Acme Finance', 'fca')).toBe(false);
  });
  it('a sentence takes its values and its plural', () => {
    const say = messages({ saved: 'Saved {name}', rows: { one: '{n} row', other: '{n} rows' } });
    expect(say('saved', { name: '<b>$&' })).toBe('Saved <b>$&');
    expect([say('rows', { n: 1 }), say('rows', { n: 2 })]).toEqual(['1 row', '2 rows']);
  });
});
