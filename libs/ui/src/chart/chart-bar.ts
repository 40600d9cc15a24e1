/** One bar: when it begins, its height, and what it is stacked of. */
export type ChartBar = { at: string; total: number; counts: Readonly<Record<string, unknown>> };

/** What every part of one chart is drawn from. */
export type ChartData = {
  bars: readonly ChartBar[];
  /** Kinds in the order they are stacked from the ground; a stylesheet gives each its colour as `--st-kind`. */
  kinds: readonly string[];
};

/** How often a kind occurs in a bar; the contract leaves the kind of number open. */
export const countOf = ({ counts }: ChartBar, kind: string): number => Number(counts[kind] ?? 0);
