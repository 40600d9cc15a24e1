import { useState, type PointerEvent } from 'react';
import { Button, ErrorState, Panel, Skeleton } from '@st0r/ui';
import { chosen, rangeOf, toggled, withRange, CATEGORIES } from './event-list';
import { ChartTable } from './chart-table';
import { say } from './messages';
import { countOf, DAY, lengthOf, useChart, type EventChart, wordsOf } from './use-chart';

const height = 120;
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
        <>
          <Bars chart={data} categories={categories} onPick={pick} />
          <Legend
            chart={data}
            categories={categories}
            onToggle={(name) => onChange(toggled(chips, 'category', name))}
          />
          <ChartTable chart={data} onPick={pick} />
        </>
      )}
    </Panel>
  );
}

const minute = (at: number): number => Math.floor(at / 60_000) * 60_000;

type BarsProps = { chart: EventChart; categories: readonly string[]; onPick: (from: number, to: number) => void };

function Bars({ chart, categories, onPick }: BarsProps) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const { bars } = chart;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const words = say('chartSum', {
    n: total,
    from: wordsOf(chart.from, chart.bucket),
    to: wordsOf(Date.parse(chart.to) - 1, chart.bucket),
  });
  function placeOf(event: PointerEvent<SVGSVGElement>): number {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)));
  }
  function handleDown(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: placeOf(event), to: placeOf(event) });
  }
  function handleUp() {
    if (!drag) return;
    const first = bars[Math.min(drag.from, drag.to)];
    const last = bars[Math.max(drag.from, drag.to)];
    setDrag(undefined);
    if (first && last) onPick(Date.parse(first.at), Date.parse(last.at) + lengthOf(chart));
  }
  return (
    <figure className="st-audit-chart">
      <span className="st-audit-most" aria-hidden="true">
        {most.toLocaleString()}
      </span>
      <svg
        viewBox={`0 0 ${bars.length} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
        onPointerDown={handleDown}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: placeOf(event) })}
        onPointerUp={handleUp}
        onPointerCancel={() => setDrag(undefined)}
      >
        {bars.map((bar, place) => (
          <g key={bar.at}>
            <rect className="st-audit-slot" x={place} y={0} width={1} height={height}>
              <title>{`${wordsOf(bar.at, chart.bucket)}: ${bar.total.toLocaleString()}`}</title>
            </rect>
            <Stack counts={bar.counts} place={place} scale={height / most} categories={categories} />
          </g>
        ))}
        {drag && (
          <rect
            className="st-audit-brush"
            x={Math.min(drag.from, drag.to)}
            y={0}
            width={Math.abs(drag.to - drag.from) + 1}
            height={height}
          />
        )}
      </svg>
      <figcaption>
        <span>{words}</span>
        <span>{say('chartHelp')}</span>
      </figcaption>
    </figure>
  );
}

type StackProps = { counts: Record<string, unknown>; place: number; scale: number; categories: readonly string[] };

function Stack({ counts, place, scale, categories }: StackProps) {
  let below = 0;
  return CATEGORIES.map((category) => {
    const size = countOf(counts, category) * scale;
    if (size === 0) return null;
    below += size;
    const faint = categories.length > 0 && !categories.includes(category);
    return (
      <rect
        key={category}
        data-category={category}
        data-faint={faint || undefined}
        x={place + 0.1}
        width={0.8}
        y={height - below}
        height={size}
      />
    );
  });
}

type LegendProps = { chart: EventChart; categories: readonly string[]; onToggle: (category: string) => void };

function Legend({ chart, categories, onToggle }: LegendProps) {
  const sums = CATEGORIES.map((category) => ({
    category,
    sum: chart.bars.reduce((sum, { counts }) => sum + countOf(counts, category), 0),
  }));
  return (
    <div className="st-audit-legend" role="group" aria-label={say('kind')}>
      {sums
        .filter(({ category, sum }) => sum > 0 || categories.includes(category))
        .map(({ category, sum }) => (
          <button
            key={category}
            type="button"
            aria-pressed={categories.includes(category)}
            onClick={() => onToggle(category)}
          >
            <i data-category={category} />
            {category} <b>{sum.toLocaleString()}</b>
          </button>
        ))}
    </div>
  );
}
