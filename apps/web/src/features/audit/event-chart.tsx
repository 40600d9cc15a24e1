import { Button, ChartLegend, ChartTable, ErrorState, Panel, Skeleton, StackedChart, type ChartBar } from '@st0r/ui';
import { chosen, rangeOf, toggled, withRange, CATEGORIES } from './event-list';
import { say } from './messages';
import { DAY, lengthOf, useChart, type EventChart, wordsOf } from './use-chart';

const presets = [
  ['last24', 1],
  ['last7', 7],
  ['last30', 30],
  ['last90', 90],
] as const;

type ChartProps = { chips: string; onChange: (chips: string) => void };

/** Events over time, stacked by category. Dragging chooses a time, the legend chooses categories. */
export function EventChartPanel({ chips, onChange }: ChartProps) {
  const range = rangeOf(chips);
  const { data, isError, error, refetch } = useChart(range);
  const categories = chosen(chips, 'category');
  const timed = range.from !== undefined || range.to !== undefined;
  const pick = (from: number, to: number) => onChange(withRange(chips, { from, to }));
  const times = (
    <span className="st-audit-times" role="group" aria-label={say('timeShown')}>
      {presets.map(([name, days]) => (
        <Button
          key={name}
          size="sm"
          tone="ghost"
          onClick={() => onChange(withRange(chips, { from: minute(Date.now()) - days * DAY }))}
        >
          {say(name)}
        </Button>
      ))}
      {timed && (
        <Button size="sm" icon="x-lg" onClick={() => onChange(withRange(chips, {}))}>
          {say('resetTime')}
        </Button>
      )}
    </span>
  );
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

const minute = (at: number): number => Math.floor(at / 60_000) * 60_000;

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
