import { useLayoutEffect, useRef } from 'react';
import { addHotkeys, type Hotkey } from './hotkeys';

/** Makes keys work while the component is on screen and lists them in the key help. Disabled by an empty list. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const latest = useRef(hotkeys);
  const shape = hotkeys.map((hotkey) => `${hotkey.id}=${hotkey.keys}`).join('|');
  // Before anything is painted: whoever sees a row may press a key for it, and means what they see.
  useLayoutEffect(() => {
    latest.current = hotkeys;
  });
  useLayoutEffect(() => {
    if (shape === '') return undefined;
    const run = (id: string) => (event: KeyboardEvent) => latest.current.find((each) => each.id === id)?.run(event);
    return addHotkeys(latest.current.map((hotkey) => ({ ...hotkey, run: run(hotkey.id) })));
  }, [shape]);
}
