import type { Api } from '@st0r/api-client';
import { SmallTable, Tag } from '@st0r/ui';
import { say } from './messages';

type Report = Api<'UpgradeReport'>;
const tones = { ok: 'success', warning: 'warning', blocker: 'danger' } as const;
const WORST_FIRST = ['blocker', 'warning', 'ok'] as const;

/** What was looked at before an update, the worst first. */
export function Obstacles({ obstacles }: { obstacles: Report['obstacles'] }) {
  const sorted = WORST_FIRST.flatMap((state) => obstacles.filter((one) => one.state === state));
  return (
    <SmallTable label={say('found')} heads={[say('found'), say('state')]}>
      {sorted.map(({ state, says }) => (
        <tr key={says}>
          <th scope="row" className="st-updates-wrap st-updates-says">
            {says}
          </th>
          <td>
            <Tag tone={tones[state]}>{say(state)}</Tag>
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

/** Which steps the schema would take, and how much lies in the tables they touch. */
export function Steps({ report: { steps, seconds } }: { report: Pick<Report, 'steps' | 'seconds'> }) {
  if (steps.length === 0) return <p className="st-quiet">{say('noSteps')}</p>;
  return (
    <>
      <p className="st-quiet">{say('stepsText', { n: seconds })}</p>
      <SmallTable label={say('steps')} heads={[say('step'), say('tables')]}>
        {steps.map(({ name, tables, removes }) => (
          <tr key={name}>
            <th scope="row" className="st-updates-wrap">
              {name} {removes && <Tag tone="warning">{say('removes')}</Tag>}
            </th>
            <td className="st-updates-wrap">
              {tables.map((one) => `${one.table} (${say('rows', { n: one.rows.toLocaleString() })})`).join(', ')}
            </td>
          </tr>
        ))}
      </SmallTable>
    </>
  );
}
