import { useState } from 'react';
import { ChartLegend, Panel, SmallTable, StackedChart, type ChartBar } from '@st0r/ui';
import { wordsOf } from '../../shared/chart-time';
import { SEVERITIES, totalOf, type HostSecurity } from './host-security.api';
import { say, severityWords } from './messages';

type Days = HostSecurity['days'];
const heads = [
  say('day'),
  { text: say('total'), as: 'end' },
  ...SEVERITIES.map((one) => ({ text: severityWords(one), as: 'end' }) as const),
  { text: say('updates'), as: 'end' },
] as const;
const nameOf = (kind: string): string => severityWords(kind as (typeof SEVERITIES)[number]);
const dayOf = ({ at }: { at: string }): string => wordsOf(at, 'day');

/** What was known at the end of each of thirty days, as a picture and in numbers. */
export function Trend({ days }: { days: Days }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const last = days.at(-1);
  if (!last || days.every(({ known }) => !known)) return null;
  const bars: ChartBar[] = days.map(({ at, seen }) => ({ at, total: totalOf(seen), counts: seen }));
  const label = say('chartSum', { n: totalOf(last.seen), day: dayOf(last), updates: last.updates });
  const handleToggle = (kind: string) =>
    setChosen(chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind]);
  // The legend counts what is there now: sums over days would count one weakness thirty times.
  const now = { bars: bars.slice(-1), kinds: SEVERITIES };
  return (
    <Panel title={say('chart')}>
      <p className="st-quiet">{say('chartText')}</p>
      <div className="st-host-chart">
        <StackedChart bars={bars} kinds={SEVERITIES} label={label} chosen={chosen} wordsOf={dayOf} />
        <ChartLegend {...now} label={say('kinds')} chosen={chosen} nameOf={nameOf} onToggle={handleToggle} />
        <details className="st-chart-table">
          <summary>{say('chartTable')}</summary>
          <SmallTable label={say('chart')} heads={heads}>
            {days.toReversed().map((day) => (
              <DayRow key={day.at} day={day} />
            ))}
          </SmallTable>
        </details>
      </div>
    </Panel>
  );
}

function DayRow({ day }: { day: Days[number] }) {
  const { known, seen, updates } = day;
  if (!known)
    return (
      <tr>
        <th scope="row">{dayOf(day)}</th>
        <td colSpan={heads.length - 1} className="st-quiet">
          {say('notKnown')}
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{dayOf(day)}</th>
      <td className="st-end">{totalOf(seen)}</td>
      {SEVERITIES.map((one) => (
        <td key={one} className="st-end">
          {seen[one]}
        </td>
      ))}
      <td className="st-end">{updates}</td>
    </tr>
  );
}
