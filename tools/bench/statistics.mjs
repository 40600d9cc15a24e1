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

/**
 * The two-sided p of a Mann-Whitney test (Mann and Whitney 1947; normal approximation with the corrections for ties and
 * continuity): how likely two samples of at least a dozen values each lie so far apart when both come from one source.
 */
export function mannWhitney(left, right) {
  const [m, n] = [left.length, right.length];
  const all = [...left.map((value) => ({ value, left: true })), ...right.map((value) => ({ value, left: false }))];
  all.sort((one, other) => one.value - other.value);
  let [ranks, ties] = [0, 0];
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end].value === all[at].value) end += 1;
    // Equal values share the middle of their ranks, which begin with 1.
    ranks += all.slice(at, end).filter((one) => one.left).length * ((at + 1 + end) / 2);
    ties += (end - at) ** 3 - (end - at);
    at = end;
  }
  const away = Math.abs(ranks - (m * (m + 1)) / 2 - (m * n) / 2);
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  return variance === 0 ? 1 : erfc(Math.max(0, away - 0.5) / Math.sqrt(2 * variance));
}

// Abramowitz and Stegun 7.1.26, right to 1.5e-7, for values from 0 on.
function erfc(x) {
  const t = 1 / (1 + 0.3275911 * x);
  const terms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  return terms.reduceRight((sum, term) => (sum + term) * t, 0) * Math.exp(-x * x);
}
