/** The middle value; of an even number, the mean of the two in the middle. NaN for nothing. */
export function median(values) {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The smallest value that at least `share` (0 to 1) of all values do not exceed (nearest rank). NaN for nothing. */
export function percentile(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** One turn in three figures: `rate` per second, `p50` and `p95` in milliseconds. */
export function turnFigures({ latencies, elapsed }) {
  return {
    rate: (latencies.length / elapsed) * 1000,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    count: latencies.length,
  };
}

/** Several turns of the same work as one: the median of each figure, and all requests together. */
export function merged(turns) {
  const middle = (name) => median(turns.map((turn) => turn[name]));
  const count = turns.reduce((sum, turn) => sum + turn.count, 0);
  return { rate: middle('rate'), p50: middle('p50'), p95: middle('p95'), count };
}

/**
 * How two sides compare, turn by turn: each turn of ours is held against the floor's turn right after it, so that
 * what slows the machine for a while slows both. `spread` is the distance of the outermost ratios, as a share of the middle.
 */
export function pairedRatio(ours, floors) {
  const ratios = ours.slice(0, floors.length).map((turn, at) => turn.rate / floors[at].rate);
  const ratio = median(ratios);
  return { ratio, spread: (Math.max(...ratios) - Math.min(...ratios)) / ratio };
}
