import { CATEGORIES } from './event-list';
import { say } from './messages';
import { countOf, lengthOf, type EventChart, wordsOf } from './use-chart';

/** The chart in numbers, for those who cannot see or drag bars; bars without events are left out. */
export function ChartTable({ chart, onPick }: { chart: EventChart; onPick: (from: number, to: number) => void }) {
  const shown = CATEGORIES.filter((category) => chart.bars.some(({ counts }) => countOf(counts, category) > 0));
  return (
    <details className="st-audit-table">
      <summary>{say('chartTable')}</summary>
      <div className="st-table-scroller" tabIndex={0} role="region" aria-label={say('chartTable')}>
        <table className="st-table" aria-label={say('chart')}>
          <thead>
            <tr>
              <th scope="col">{say('day')}</th>
              <th scope="col" className="st-end">
                {say('total')}
              </th>
              {shown.map((category) => (
                <th key={category} scope="col" className="st-end">
                  {category}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.bars
              .filter(({ total }) => total > 0)
              .map((bar) => (
                <tr key={bar.at}>
                  <th scope="row">
                    <button
                      type="button"
                      onClick={() => onPick(Date.parse(bar.at), Date.parse(bar.at) + lengthOf(chart))}
                    >
                      {wordsOf(bar.at, chart.bucket)}
                    </button>
                  </th>
                  <td className="st-end">{bar.total.toLocaleString()}</td>
                  {shown.map((category) => (
                    <td key={category} className="st-end">
                      {countOf(bar.counts, category).toLocaleString()}
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
