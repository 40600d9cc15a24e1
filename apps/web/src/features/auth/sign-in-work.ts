import { isProblem } from '../../shared/problem';

/** A puzzle the server hands out while many failed sign-ins reach it. */
export type Puzzle = { challenge: string; bits: number; bytes: number };
/** The number that solves it. */
export type Work = { challenge: string; answer: number };
/** Called with the share of the work that is likely done, from 0 to 1; nothing once it is over. */
export type OnProgress = (share: number | undefined) => void;

const MOST = 2 ** 31;
/** Trials at once: enough to keep the browser's hashing busy, few enough for the page to stay alive. */
const AT_ONCE = 64;
/** A puzzle may run out on a slow machine, or be answered from an address that has just changed. */
const TIMES = 3;

/** Sends a sign-in; where a puzzle comes back it is solved and the sign-in sent again with the answer. */
export async function withWork<T>(send: (work?: Work) => Promise<T>, onProgress: OnProgress): Promise<T> {
  let work: Work | undefined;
  try {
    for (let time = 0; ; time += 1) {
      try {
        return await send(work);
      } catch (error) {
        const puzzle = time < TIMES ? puzzleIn(error) : undefined;
        if (!puzzle) throw error;
        work = { challenge: puzzle.challenge, answer: await solve(puzzle, onProgress) };
      }
    }
  } finally {
    onProgress(undefined);
  }
}

/** The first number whose text hashes to enough zero bits: the number in four bytes, the challenge, and zeros. */
export async function solve({ challenge, bits, bytes }: Puzzle, onProgress: OnProgress): Promise<number> {
  const text = new Uint8Array(bytes);
  text.set(new TextEncoder().encode(challenge), 4);
  const number = new DataView(text.buffer);
  const wanted = 2 ** (32 - bits);
  for (let from = 0; from < MOST; from += AT_ONCE) {
    onProgress(1 - Math.exp(-from / 2 ** bits));
    const hashes = Array.from({ length: AT_ONCE }, (_, at) => {
      number.setUint32(0, from + at);
      // The browser takes its copy of the text before this returns.
      return crypto.subtle.digest('SHA-256', text);
    });
    const found = (await Promise.all(hashes)).findIndex((hash) => new DataView(hash).getUint32(0) < wanted);
    if (found >= 0) return from + found;
  }
  throw new Error('This puzzle has no answer.');
}

function puzzleIn(error: unknown): Puzzle | undefined {
  if (!isProblem(error, 'auth.work_needed')) return undefined;
  const { challenge, bits, bytes } = error.params;
  const sound =
    typeof challenge === 'string' && isUpTo(bits, 32) && isUpTo(bytes, 65_536) && bytes > challenge.length + 4;
  return sound ? { challenge, bits, bytes } : undefined;
}

const isUpTo = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most;
