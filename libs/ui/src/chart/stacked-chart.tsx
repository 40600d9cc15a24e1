import { useState, type PointerEvent } from 'react';
import { countOf, type ChartBar, type ChartData } from './chart-bar';

const height = 120;

type ChartProps = ChartData & {
  /** What the picture shows, in a sentence. */
  label: string;
  help?: string;
  /** Other kinds are drawn faintly; none chosen draws all alike. */
  chosen: readonly string[];
  wordsOf: (bar: ChartBar) => string;
  /** Called with the ends of a stretch that was dragged over; without it nothing can be dragged. */
  onPick?: (first: ChartBar, last: ChartBar) => void;
};

/** Stacked bars over time. Dragging chooses a time; `ChartTable` beside it does the same without a pointer. */
export function StackedChart({ bars, kinds, label, help, chosen, wordsOf, onPick }: ChartProps) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const most = Math.max(1, ...bars.map(({ total }) => total));
  function placeOf(event: PointerEvent<SVGSVGElement>): number {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * bars.length)));
  }
  function handleDown(event: PointerEvent<SVGSVGElement>) {
    if (!onPick) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: placeOf(event), to: placeOf(event) });
  }
  function handleUp() {
    if (!drag) return;
    const first = bars[Math.min(drag.from, drag.to)];
    const last = bars[Math.max(drag.from, drag.to)];
    setDrag(undefined);
    if (first && last) onPick?.(first, last);
  }
  return (
    <figure className="st-chart">
      <span className="st-chart-most" aria-hidden="true">
        {most.toLocaleString()}
      </span>
      <svg
        viewBox={`0 0 ${bars.length} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        data-still={!onPick || undefined}
        onPointerDown={handleDown}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: placeOf(event) })}
        onPointerUp={handleUp}
        onPointerCancel={() => setDrag(undefined)}
      >
        {bars.map((bar, place) => (
          <g key={bar.at}>
            <rect className="st-chart-slot" x={place} y={0} width={1} height={height}>
              <title>{`${wordsOf(bar)}: ${bar.total.toLocaleString()}`}</title>
            </rect>
            <Stack bar={bar} place={place} scale={height / most} kinds={kinds} chosen={chosen} />
          </g>
        ))}
        {drag && (
          <rect
            className="st-chart-brush"
            x={Math.min(drag.from, drag.to)}
            y={0}
            width={Math.abs(drag.to - drag.from) + 1}
            height={height}
          />
        )}
      </svg>
      <figcaption>
        <span>{label}</span>
        {help && <span>{help}</span>}
      </figcaption>
    </figure>
  );
}

type StackProps = Pick<ChartProps, 'kinds' | 'chosen'> & { bar: ChartBar; place: number; scale: number };

function Stack({ bar, place, scale, kinds, chosen }: StackProps) {
  let below = 0;
  return kinds.map((kind) => {
    const size = countOf(bar, kind) * scale;
    if (size === 0) return null;
    below += size;
    const faint = chosen.length > 0 && !chosen.includes(kind);
    return (
      <rect
        key={kind}
        data-kind={kind}
        data-faint={faint || undefined}
        x={place + 0.1}
        width={0.8}
        y={height - below}
        height={size}
      />
    );
  });
}
