import { countOf, type ChartBar, type ChartData } from './chart-bar';

type TableProps = ChartData & {
  /** Name of the table, and of what unfolds it. */
  label: string;
  summary: string;
  headings: { time: string; total: string };
  nameOf?: (kind: string) => string;
  wordsOf: (bar: ChartBar) => string;
  /** Makes the times buttons. */
  onPick?: (bar: ChartBar) => void;
};

/** A chart in numbers, for those who cannot see or drag bars; bars without anything are left out. */
export function ChartTable({ bars, kinds, label, summary, headings, nameOf = String, wordsOf, onPick }: TableProps) {
  const shown = kinds.filter((kind) => bars.some((bar) => countOf(bar, kind) > 0));
  return (
    <details className="st-chart-table">
      <summary>{summary}</summary>
      <div className="st-table-scroller" tabIndex={0} role="region" aria-label={summary}>
        <table className="st-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{headings.time}</th>
              <th scope="col" className="st-end">
                {headings.total}
              </th>
              {shown.map((kind) => (
                <th key={kind} scope="col" className="st-end">
                  {nameOf(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(({ total }) => total > 0)
              .map((bar) => (
                <tr key={bar.at}>
                  <th scope="row">
                    {onPick ? (
                      <button type="button" onClick={() => onPick(bar)}>
                        {wordsOf(bar)}
                      </button>
                    ) : (
                      wordsOf(bar)
                    )}
                  </th>
                  <td className="st-end">{bar.total.toLocaleString()}</td>
                  {shown.map((kind) => (
                    <td key={kind} className="st-end">
                      {countOf(bar, kind).toLocaleString()}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
