import type { Api } from '@st0r/api-client';
import { Panel, SmallTable, Tag, type Tone } from '@st0r/ui';
import { say, subjectOf } from './messages';

type Finding = Api<'StatusFinding'>;
const TONES: Readonly<Record<Finding['state'], Tone>> = {
  ok: 'success',
  unknown: 'neutral',
  warning: 'warning',
  wrong: 'danger',
};
const WORST_FIRST: readonly Finding['state'][] = ['wrong', 'warning', 'unknown', 'ok'];

/** What was checked, what needs somebody first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const sorted = WORST_FIRST.flatMap((state) => findings.filter((one) => one.state === state));
  return (
    <Panel title={say('checked')} flush>
      <SmallTable label={say('checked')} heads={[say('subject'), say('state')]}>
        {sorted.map(({ name, state, says }) => (
          <tr key={name}>
            <th scope="row" className="st-status-what">
              {subjectOf(name)} <span className="st-quiet">{says}</span>
            </th>
            <td>
              <Tag tone={TONES[state]}>{say(state)}</Tag>
            </td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}
