import { randomBytes } from 'node:crypto';

const SAMPLES = 64;
const SAMPLE_BYTES = 16;

/** The machine's random source repeats itself; nothing may be sealed with it. */
export class RandomnessError extends Error {
  readonly code = 'RANDOMNESS';

  constructor() {
    super('The random source of this machine repeats itself. Restart the machine, and do not start the service on it.');
    this.name = 'RandomnessError';
  }
}

/** Start-up check of the random source: throws RandomnessError on a repeated sample or a bit that never changes. */
export function assertRandomness(draw: (bytes: number) => Uint8Array = randomBytes): void {
  const samples = Array.from({ length: SAMPLES }, () => Buffer.from(draw(SAMPLE_BYTES)));
  const distinct = new Set(samples.map((sample) => sample.toString('hex')));
  if (distinct.size < SAMPLES) throw new RandomnessError();
  const alwaysSet = fold(samples, (left, right) => left & right);
  const everSet = fold(samples, (left, right) => left | right);
  // By chance one of 128 bits stands still over 64 draws once in 2^56 starts.
  if (alwaysSet.some((byte) => byte !== 0) || everSet.some((byte) => byte !== 0xff)) throw new RandomnessError();
}

function fold(samples: Uint8Array[], combine: (left: number, right: number) => number): number[] {
  return Array.from({ length: SAMPLE_BYTES }, (_, at) => samples.map((sample) => sample[at] ?? 0).reduce(combine));
}
