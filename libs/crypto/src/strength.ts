import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Score 0 (guessed at once) to 4 (out of reach), the logarithm to base 2 of the guesses needed, and what to improve. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; bits: number; reasons: string[] };

// Past this length the verdict stands, while the time to reach it keeps growing.
const JUDGED_CHARACTERS = 64;
// Spellings of one word with digits for letters that are tried. The library's 100 take 2 s for a long password; 4 take
// under 60 ms and still see through "P4$$w0rd".
const SPELLINGS = 4;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Judges a password; `context` holds words an attacker would try first: names, organisation, product. */
export async function strengthOf(password: string, context: readonly string[] = []): Promise<Strength> {
  if (password === '') return { score: 0, bits: 0, reasons: ['There is no password.'] };
  estimator ??= loadEstimator();
  const words = context.filter((word) => word.length > 2);
  const result = (await estimator).check(password.slice(0, JUDGED_CHARACTERS), words);
  const { warning, suggestions } = result.feedback;
  const reasons = [...(warning ? [warning] : []), ...suggestions];
  return { score: result.score, bits: result.guessesLog10 * Math.log2(10), reasons };
}

// The dictionaries weigh more than the rest of the page together: nobody loads them before they type a password.
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, shared, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...shared.dictionary, ...english.dictionary },
    graphs: shared.adjacencyGraphs,
    translations: english.translations,
    maxLength: JUDGED_CHARACTERS,
    l33tMaxSubstitutions: SPELLINGS,
  });
}
