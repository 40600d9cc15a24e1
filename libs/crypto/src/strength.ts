import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Score 0 (guessed at once) to 4 (out of reach), the logarithm to base 2 of the guesses needed, and what to improve. */
export type Strength = { score: 0 | 1 | 2 | 3 | 4; bits: number; reasons: string[] };

// Estimation time grows with the square of the length, and past this length the verdict stands.
const JUDGED_CHARACTERS = 128;

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
  });
}
