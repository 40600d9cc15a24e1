import { ChartLegend, ChartTable, ErrorState, Panel, Skeleton, StackedChart, type ChartBar } from '@st0r/ui';
import { lengthOf, wordsOf } from '../../shared/chart-time';
import { TimePresets } from '../../shared/time-presets';
import { chosen, rangeOf, toggled, withRange, CATEGORIES } from './event-list';
import { say } from './messages';
import { useChart, type EventChart } from './use-chart';

type ChartProps = { chips: string; onChange: (chips: string) => void };

/** Events over time, stacked by category. Dragging chooses a time, the legend chooses categories. */
export function EventChartPanel({ chips, onChange }: ChartProps) {
  const range = rangeOf(chips);
  const { data, isError, error, refetch } = useChart(range);
  const categories = chosen(chips, 'category');
  const pick = (from: number, to: number) => onChange(withRange(chips, { from, to }));
  const times = <TimePresets range={range} onChange={(next) => onChange(withRange(chips, next))} />;
  return (
    <Panel title={say('chart')} actions={times}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={4} />}
      {data && (
        <Chart
          chart={data}
          categories={categories}
          onPick={pick}
          onToggle={(name) => onChange(toggled(chips, 'category', name))}
        />
      )}
    </Panel>
  );
}

type BarsProps = {
  chart: EventChart;
  categories: readonly string[];
  onPick: (from: number, to: number) => void;
  onToggle: (category: string) => void;
};

function Chart({ chart, categories, onPick, onToggle }: BarsProps) {
  const { bars, bucket } = chart;
  const data = { bars, kinds: CATEGORIES };
  const words = (bar: ChartBar) => wordsOf(bar.at, bucket);
  const pick = (first: ChartBar, last = first) => onPick(Date.parse(first.at), Date.parse(last.at) + lengthOf(chart));
  const sum = say('chartSum', {
    n: bars.reduce((total, bar) => total + bar.total, 0),
    from: wordsOf(chart.from, bucket),
    to: wordsOf(Date.parse(chart.to) - 1, bucket),
  });
  return (
    <>
      <StackedChart {...data} label={sum} help={say('chartHelp')} chosen={categories} wordsOf={words} onPick={pick} />
      <ChartLegend {...data} label={say('kind')} chosen={categories} onToggle={onToggle} />
      <ChartTable
        {...data}
        label={say('chart')}
        summary={say('chartTable')}
        headings={{ time: say('day'), total: say('total') }}
        wordsOf={words}
        onPick={(bar) => pick(bar)}
      />
    </>
  );
}
