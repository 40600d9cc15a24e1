import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeyList } from './key-help';
import { setHotkeySettings, type Hotkey } from './hotkeys';
import { useHotkeys } from './use-hotkeys';

function Screen({ keys }: { keys: Hotkey[] }) {
  useHotkeys(keys);
  return (
    <>
      <input aria-label="name" />
      <button type="button">press</button>
      <KeyList />
    </>
  );
}

function aKey(keys: string) {
  const run = vi.fn();
  const view = render(<Screen keys={[{ id: 'test', keys, label: 'Do it', run }]} />);
  return { run, ...view };
}

afterEach(cleanup);
afterEach(() => setHotkeySettings({ singleKeys: true, remap: {} }));

describe('keys of a screen', () => {
  it('act when nothing is being typed', () => {
    const { run } = aKey('j');
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).toHaveBeenCalledOnce();
  });
  it('stay quiet inside a text box', () => {
    const { run } = aKey('j');
    fireEvent.keyDown(screen.getByLabelText('name'), { key: 'j' });
    expect(run).not.toHaveBeenCalled();
  });
  it('with Ctrl act inside a text box too', () => {
    const { run } = aKey('mod+k');
    fireEvent.keyDown(screen.getByLabelText('name'), { key: 'k', ctrlKey: true });
    expect(run).toHaveBeenCalledOnce();
  });
  it('leave Ctrl Z to the text box that has the focus', () => {
    const { run } = aKey('mod+z');
    fireEvent.keyDown(screen.getByLabelText('name'), { key: 'z', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });
  it('leave Enter to the button that has the focus', () => {
    const { run } = aKey('enter');
    fireEvent.keyDown(screen.getByRole('button', { name: 'press' }), { key: 'Enter' });
    expect(run).not.toHaveBeenCalled();
  });
  it('follow a sequence such as G then C', () => {
    const { run } = aKey('g c');
    fireEvent.keyDown(document.body, { key: 'g' });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(run).toHaveBeenCalledOnce();
  });
  it('know capital letters as Shift', () => {
    const { run } = aKey('shift+x');
    fireEvent.keyDown(document.body, { key: 'x' });
    fireEvent.keyDown(document.body, { key: 'X', shiftKey: true });
    expect(run).toHaveBeenCalledOnce();
  });
  it('can be switched off, as single keys', () => {
    const { run } = aKey('j');
    setHotkeySettings({ singleKeys: false });
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).not.toHaveBeenCalled();
  });
  it('can be put on other keys', () => {
    const { run } = aKey('j');
    setHotkeySettings({ remap: { test: 'n' } });
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(run).toHaveBeenCalledOnce();
  });
  it('are listed while the screen shows, and gone afterwards', () => {
    const { run, unmount } = aKey('j');
    expect(screen.getByText('Do it')).toBeTruthy();
    unmount();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(run).not.toHaveBeenCalled();
  });
});
