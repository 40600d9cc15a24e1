import { watched } from '../listeners';

/** One key of a screen. `keys` is `j`, `shift+x`, `mod+k` (Ctrl, or Command on a Mac) or a sequence such as `g c`. */
export type Hotkey = {
  id: string;
  keys: string;
  label: string;
  group?: string;
  run: (event: KeyboardEvent) => void;
};

/** What a person set: single keys on or off, and other keys for named ones. */
export type HotkeySettings = { singleKeys: boolean; remap: Record<string, string> };

const storageKey = 'st0r.keys';
const layers = watched<readonly (readonly Hotkey[])[]>([]);
const settings = watched<HotkeySettings>(readSettings());
let prefix = '';
let prefixTimer: ReturnType<typeof setTimeout> | undefined;

function readSettings(): HotkeySettings {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<HotkeySettings>;
    return { singleKeys: stored.singleKeys ?? true, remap: stored.remap ?? {} };
  } catch {
    return { singleKeys: true, remap: {} };
  }
}

/** The settings of this browser, watchable. */
export const hotkeySettings = { get: settings.get, subscribe: settings.subscribe };

/** Changes the settings and keeps them in this browser, so that they are there before the server has answered. */
export function setHotkeySettings(change: Partial<HotkeySettings>): void {
  settings.set({ ...settings.get(), ...change });
  localStorage.setItem(storageKey, JSON.stringify(settings.get()));
}

/** The keys that work on this screen now, the newest layer last. */
export const activeHotkeys = { get: layers.get, subscribe: layers.subscribe };

/** The keys of one hotkey after the person's own remapping, which takes the place of the first way; arrows and the like stay. */
export function keysOf({ id, keys }: Pick<Hotkey, 'id' | 'keys'>): string {
  const own = settings.get().remap[id];
  return own === undefined ? keys : [own, ...keys.split(', ').slice(1)].join(', ');
}

/** Adds a layer of keys; later layers win. Returns the function that removes it. */
export function addHotkeys(hotkeys: readonly Hotkey[]): () => void {
  layers.set([...layers.get(), hotkeys]);
  if (layers.get().length === 1) window.addEventListener('keydown', handleKey);
  return () => {
    layers.set(layers.get().filter((layer) => layer !== hotkeys));
    if (layers.get().length === 0) window.removeEventListener('keydown', handleKey);
  };
}

/** What was pressed, as `keys` of a hotkey says it. */
export function comboOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const shifted = event.shiftKey && (key.length > 1 || /[a-z0-9]/.test(key));
  const mod = event.ctrlKey || event.metaKey;
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shifted ? 'shift+' : ''}${key}`;
}

function blocked(event: KeyboardEvent, combo: string): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  const withModifier = combo.startsWith('mod+') || combo.startsWith('alt+');
  if (target?.closest('[data-hotkeys="off"]')) return true;
  if (withModifier) return combo === 'mod+z' && Boolean(target?.closest('input, textarea, [contenteditable="true"]'));
  if (!settings.get().singleKeys || document.querySelector('[aria-modal="true"]')) return true;
  if (target?.closest('textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio])'))
    return true;
  // Enter and Space belong to the button or link that has the focus.
  return /^(enter|space)$/.test(combo) && Boolean(target?.closest('a, button, input, summary, [role=menuitem]'));
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta)$/.test(event.key)) return;
  const combo = comboOf(event);
  if (blocked(event, combo)) return;
  const typed = prefix ? `${prefix} ${combo}` : combo;
  const all = layers.get().flat().reverse();
  const match = all.find((hotkey) => keysOf(hotkey).split(', ').includes(typed));
  clearTimeout(prefixTimer);
  prefix = '';
  if (match) {
    event.preventDefault();
    match.run(event);
    return;
  }
  if (!all.some((hotkey) => keysOf(hotkey).startsWith(`${typed} `))) return;
  prefix = typed;
  prefixTimer = setTimeout(() => (prefix = ''), 1_500);
}
