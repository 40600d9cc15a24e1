import { useState } from 'react';
import {
  Button,
  ChartLegend,
  ChartTable,
  EmptyState,
  ErrorState,
  messages,
  Notice,
  Panel,
  Skeleton,
  StackedChart,
  type ChartBar,
} from '@st0r/ui';
import { wordsOf } from '../../shared/chart-time';
import { useRecord } from '../../shared/use-record';
import { Refusals } from './refusals';
import { CHART, type SecurityChart } from './security.api';

const say = messages({
  behind: {
    one: 'The last minute is not counted yet. Look at the page Status: is the worker running?',
    other: 'The last {n} minutes are not counted yet. Look at the page Status: is the worker running?',
  },
  chart: 'What came against it',
  chartText:
    'Counted from the audit log, seconds behind it. A refused address, or whoever reaches a limit, leaves one event in ten minutes, however often they try.',
  chartTable: 'The chart in numbers',
  day: '30 days',
  hour: '24 hours',
  kinds: 'Kinds',
  nothing: 'Nothing in this time',
  nothingText: 'No failed sign-in, no ban, no refused address, no limit reached and no misused key.',
  shown: 'Time shown',
  sum: '{n} events from {from} to {to}',
  time: 'Time',
  total: 'Total',
});
const kindNames = messages({
  failed: 'Failed sign-ins',
  slowed_down: 'Sign-ins held back by a limit',
  refused: 'Refused addresses',
  limited: 'Limits reached',
  banned: 'Bans',
  key_misuse: 'Misused API keys',
});
const KINDS = ['failed', 'slowed_down', 'refused', 'limited', 'banned', 'key_misuse'] as const;
const BUCKETS = ['hour', 'day'] as const;
const nameOf = (kind: string): string => kindNames(kind as (typeof KINDS)[number]);

/** Failures, bans, refusals and misused keys over time. */
export function SecurityChartPanel() {
  const [bucket, setBucket] = useState<(typeof BUCKETS)[number]>('day');
  const { record, status, error, retry } = useRecord<SecurityChart>(`${CHART}?bucket=${bucket}`);
  const times = (
    <span className="st-chart-times" role="group" aria-label={say('shown')}>
      {BUCKETS.map((one) => (
        <Button key={one} size="sm" tone="ghost" aria-pressed={one === bucket} onClick={() => setBucket(one)}>
          {say(one)}
        </Button>
      ))}
    </span>
  );
  return (
    <Panel title={say('chart')} actions={times}>
      <p className="st-quiet">{say('chartText')}</p>
      {status === 'loading' && <Skeleton lines={4} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && <Chart chart={record} />}
    </Panel>
  );
}

/** What is not counted is not nothing. */
const LATE_SECONDS = 60;

function Chart({ chart }: { chart: SecurityChart }) {
  const late = chart.behindSeconds > LATE_SECONDS;
  return (
    <>
      {late && <Notice tone="warning">{say('behind', { n: Math.floor(chart.behindSeconds / 60) })}</Notice>}
      <Counted chart={chart} late={late} />
    </>
  );
}

function Counted({ chart: { bars, bucket, from, to, refusals }, late }: { chart: SecurityChart; late: boolean }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const n = bars.reduce((sum, { total }) => sum + total, 0);
  if (n === 0)
    return late ? null : (
      <EmptyState icon="shield-lock" title={say('nothing')}>
        {say('nothingText')}
      </EmptyState>
    );
  const data = { bars, kinds: KINDS };
  const words = (bar: ChartBar) => wordsOf(bar.at, bucket);
  const handleToggle = (kind: string) =>
    setChosen(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind]);
  const label = say('sum', { n, from: wordsOf(from, bucket), to: wordsOf(Date.parse(to) - 1, bucket) });
  return (
    <div className="st-security-chart">
      <StackedChart {...data} label={label} chosen={chosen} wordsOf={words} />
      <ChartLegend {...data} label={say('kinds')} chosen={chosen} nameOf={nameOf} onToggle={handleToggle} />
      <ChartTable
        {...data}
        label={say('chart')}
        summary={say('chartTable')}
        headings={{ time: say('time'), total: say('total') }}
        nameOf={nameOf}
        wordsOf={words}
      />
      <Refusals refusals={refusals} />
    </div>
  );
}
