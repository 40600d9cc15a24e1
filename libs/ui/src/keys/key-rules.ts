import { keysOf, type Hotkey } from './hotkeys';

/** A hotkey as a person sets it: the screens it works on beside what it does. */
export type KnownKey = Pick<Hotkey, 'id' | 'keys' | 'label'> & { screen: string };

/** Why a key cannot be had: it belongs to others, or it does something else already. */
export type KeyRefusal = { reserved: true } | { taken: KnownKey };

/** Works on every screen. */
export const EVERYWHERE = 'everywhere';

/** A letter, digit or mark, alone or with Shift. All others belong to the browser, the system or a screen reader. */
const free = /^(?:shift\+)?[^\s+]$/u;

/** Why `combo` cannot become the key of `own`; undefined when it can. Screens with rows of their own share the keys of lists. */
export function refusalOf(combo: string, own: KnownKey, known: readonly KnownKey[]): KeyRefusal | undefined {
  if (!free.test(combo)) return { reserved: true };
  const taken = known.find(
    (other) => other.id !== own.id && meets(own, other) && other.keys !== own.keys && uses(other, combo),
  );
  return taken && { taken };
}

/** Why `own` cannot have its first keys back: one of them was given to something else since. */
export function resetRefusalOf(own: KnownKey, known: readonly KnownKey[]): KeyRefusal | undefined {
  const ways = own.keys.split(', ');
  const taken = known.find(
    (other) =>
      other.id !== own.id &&
      meets(own, other) &&
      other.keys !== own.keys &&
      keysOf(other)
        .split(', ')
        .some((way) => ways.some((each) => each === way || each.startsWith(`${way} `) || way.startsWith(`${each} `))),
  );
  return taken && { taken };
}

function uses(other: KnownKey, combo: string): boolean {
  return keysOf(other)
    .split(', ')
    .some((way) => way === combo || way.startsWith(`${combo} `));
}

const meets = (a: KnownKey, b: KnownKey): boolean =>
  a.screen === b.screen ||
  [a, b].some(({ screen }) => screen === EVERYWHERE) ||
  [a, b].every(({ screen }) => screen !== 'record');
