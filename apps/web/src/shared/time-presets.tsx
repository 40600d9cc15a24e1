import { Button, messages } from '@st0r/ui';
import { DAY } from './chart-time';
import type { TimeRange } from './chip-filters';

const say = messages({
  last24: '24 hours',
  last7: '7 days',
  last30: '30 days',
  last90: '90 days',
  reset: 'Any time',
  shown: 'Time shown',
});
const presets = [
  ['last24', 1],
  ['last7', 7],
  ['last30', 30],
  ['last90', 90],
] as const;
const minute = (at: number): number => Math.floor(at / 60_000) * 60_000;

/** Buttons beside a chart that choose how far back it looks. */
export function TimePresets({ range, onChange }: { range: TimeRange; onChange: (range: TimeRange) => void }) {
  const timed = range.from !== undefined || range.to !== undefined;
  return (
    <span className="st-chart-times" role="group" aria-label={say('shown')}>
      {presets.map(([name, days]) => (
        <Button key={name} size="sm" tone="ghost" onClick={() => onChange({ from: minute(Date.now()) - days * DAY })}>
          {say(name)}
        </Button>
      ))}
      {timed && (
        <Button size="sm" icon="x-lg" onClick={() => onChange({})}>
          {say('reset')}
        </Button>
      )}
    </span>
  );
}
