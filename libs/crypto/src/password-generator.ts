import { randomIndex } from './random-index';

/** Characters a generated password may be made of. */
export const CHARACTER_CLASS = Object.freeze({
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  symbols: '!#$%&()*+,-./:;<=>?@[]^_{|}~',
});
/** Name of a class of characters. */
export type CharacterClass = keyof typeof CHARACTER_CLASS;

/** Length 8 to 128; at least one class, each of which occurs in the result; look-alikes (l I 1 | O o 0) left out on wish. */
export type PasswordRecipe = { length: number; classes: readonly CharacterClass[]; avoidLookAlikes?: boolean };

/** A generated secret and the bits of choice that went into it. */
export type GeneratedSecret = { value: string; bits: number };

const LOOK_ALIKES = /[lI1|Oo0]/g;
const LEAST = 8;
const MOST = 128;

/** A random password, uniform among all that follow the recipe; throws RangeError on an impossible recipe. */
export function generatePassword(recipe: PasswordRecipe): GeneratedSecret {
  const sets = characterSets(recipe);
  const alphabet = sets.join('');
  for (;;) {
    const value = Array.from({ length: recipe.length }, () => alphabet.charAt(randomIndex(alphabet.length))).join('');
    // Throwing whole candidates away keeps every fitting password equally likely; planting one per class would not.
    if (sets.every((set) => containsAny(value, set))) return { value, bits: passwordBits(sets, recipe.length) };
  }
}

function characterSets({ length, classes, avoidLookAlikes = false }: PasswordRecipe): string[] {
  if (!Number.isInteger(length) || length < LEAST || length > MOST) {
    throw new RangeError(`A generated password has ${LEAST} to ${MOST} characters.`);
  }
  const names = [...new Set(classes)];
  if (names.length === 0) throw new RangeError('Choose at least one kind of character.');
  return names.map((name) =>
    avoidLookAlikes ? CHARACTER_CLASS[name].replace(LOOK_ALIKES, '') : CHARACTER_CLASS[name],
  );
}

function containsAny(value: string, set: string): boolean {
  for (const character of value) if (set.includes(character)) return true;
  return false;
}

// How many strings hold every class, by inclusion and exclusion, as a share of all strings.
function passwordBits(sets: string[], length: number): number {
  const size = sets.join('').length;
  let share = 0;
  for (let omitted = 0; omitted < 1 << sets.length; omitted += 1) {
    const left = sets.filter((_, at) => (omitted & (1 << at)) === 0);
    const sign = (sets.length - left.length) % 2 === 0 ? 1 : -1;
    share += sign * (left.join('').length / size) ** length;
  }
  return length * Math.log2(size) + Math.log2(share);
}
