import { countOf, type ChartData } from './chart-bar';

type LegendProps = ChartData & {
  label: string;
  chosen: readonly string[];
  nameOf?: (kind: string) => string;
  onToggle: (kind: string) => void;
};

/** Colours with their names and sums; pressing one chooses it. */
export function ChartLegend({ bars, kinds, label, chosen, nameOf = String, onToggle }: LegendProps) {
  const sums = kinds.map((kind) => ({ kind, sum: bars.reduce((sum, bar) => sum + countOf(bar, kind), 0) }));
  return (
    <div className="st-chart-legend" role="group" aria-label={label}>
      {sums
        .filter(({ kind, sum }) => sum > 0 || chosen.includes(kind))
        .map(({ kind, sum }) => (
          <button key={kind} type="button" aria-pressed={chosen.includes(kind)} onClick={() => onToggle(kind)}>
            <i data-kind={kind} />
            {nameOf(kind)} <b>{sum.toLocaleString()}</b>
          </button>
        ))}
    </div>
  );
}
