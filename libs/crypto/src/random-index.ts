const RANGE = 2 ** 32;

/** A source of uniform 32-bit numbers; the default is the platform's cryptographic one, in browser and server alike. */
export type DrawUint32 = () => number;

const drawUint32: DrawUint32 = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** A uniform whole number from 0 to limit - 1. Draws again rather than favour the small numbers by a remainder. */
export function randomIndex(limit: number, draw: DrawUint32 = drawUint32): number {
  const fair = RANGE - (RANGE % limit);
  let drawn = draw();
  while (drawn >= fair) drawn = draw();
  return drawn % limit;
}
