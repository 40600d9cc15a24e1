import type { IconName } from '../icon';

/** What the first character of the box asks for. */
export type PaletteMode = 'everything' | 'command' | 'person' | 'ticket' | 'exact';

/** An act on a result without opening it; `keys` works while the row is marked, for example `enter` or `alt+enter`. */
export type PaletteAction = {
  id: string;
  label: string;
  keys: string;
  icon?: IconName;
  run: () => void | Promise<void>;
};

/** One result. `actions[0]` with keys `enter` is the main act; without actions `href` opens. */
export type PaletteItem = {
  id: string;
  group: string;
  title: string;
  icon: IconName;
  /** One or two facts, for example the user name and the type. */
  facts?: string;
  /** The client it belongs to. */
  organisation?: { name: string; colour?: string | null };
  href?: string;
  actions?: readonly PaletteAction[];
};

const modes: Record<string, PaletteMode> = { '>': 'command', '@': 'person', '#': 'ticket', '=': 'exact' };

/** Splits what was typed into its mode and the text to look for. */
export function readPalette(text: string): { mode: PaletteMode; text: string } {
  const mode = modes[text.charAt(0)];
  return mode ? { mode, text: text.slice(1).trim() } : { mode: 'everything', text: text.trim() };
}
