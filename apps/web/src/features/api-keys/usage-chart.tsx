import { ChartLegend, ChartTable, ErrorState, Panel, Skeleton, StackedChart, type ChartBar } from '@st0r/ui';
import { lengthOf, wordsOf } from '../../shared/chart-time';
import { TimePresets } from '../../shared/time-presets';
import { say } from './messages';
import { chosen, OUTCOMES, rangeOf, toggled, withRange, type ApiUsage, type Outcome } from './usage-list';
import type { useUsage } from './use-usage';

type Props = { usage: ReturnType<typeof useUsage>; chips: string; onChange: (chips: string) => void };

/** Requests over time, stacked by what became of them. */
export function UsageChart({ usage: { data, isError, error, refetch }, chips, onChange }: Props) {
  const range = rangeOf(chips);
  const times = <TimePresets range={range} onChange={(next) => onChange(withRange(chips, next))} />;
  return (
    <Panel title={say('chart')} actions={times}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={4} />}
      {data && <Chart usage={data} chips={chips} onChange={onChange} />}
    </Panel>
  );
}

const nameOf = (kind: string): string => say(kind as Outcome);

function Chart({ usage, chips, onChange }: { usage: ApiUsage; chips: string; onChange: (chips: string) => void }) {
  const { bars, bucket } = usage;
  const data = { bars, kinds: OUTCOMES };
  const words = (bar: ChartBar) => wordsOf(bar.at, bucket);
  const pick = (first: ChartBar, last = first) =>
    onChange(withRange(chips, { from: Date.parse(first.at), to: Date.parse(last.at) + lengthOf(usage) }));
  const sum = say('chartSum', {
    n: bars.reduce((total, bar) => total + bar.total, 0),
    from: wordsOf(usage.from, bucket),
    to: wordsOf(Date.parse(usage.to) - 1, bucket),
  });
  const outcomes = chosen(chips, 'outcome');
  return (
    <>
      <StackedChart {...data} label={sum} help={say('chartHelp')} chosen={outcomes} wordsOf={words} onPick={pick} />
      <ChartLegend
        {...data}
        label={say('outcome')}
        chosen={outcomes}
        nameOf={nameOf}
        onToggle={(kind) => onChange(toggled(chips, 'outcome', kind))}
      />
      <ChartTable
        {...data}
        label={say('chart')}
        summary={say('chartTable')}
        headings={{ time: say('day'), total: say('total') }}
        nameOf={nameOf}
        wordsOf={words}
        onPick={(bar) => pick(bar)}
      />
    </>
  );
}
