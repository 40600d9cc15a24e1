const BATCH = 500;

/** Slices of at most 500, so that no statement outgrows the packet limit. */
export function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
