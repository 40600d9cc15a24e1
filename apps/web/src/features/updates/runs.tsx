import type { Api } from '@st0r/api-client';
import { Panel, SmallTable, Tag, Time, type Tone } from '@st0r/ui';
import { say } from './messages';

type Run = Api<'UpdateRun'>;
const tones: Readonly<Record<Run['state'], Tone>> = {
  waiting: 'info',
  done: 'success',
  refused: 'warning',
  failed: 'warning',
  rolled_back: 'warning',
  stuck: 'danger',
  lost: 'warning',
};

/** Who asked for which release, and how that ended. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <Panel title={say('runs')}>
        <span className="st-quiet">{say('noRuns')}</span>
      </Panel>
    );
  return (
    <Panel title={say('runs')} flush>
      <SmallTable label={say('runs')} heads={[say('release'), say('state'), say('when')]}>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className="st-updates-wrap">
              {say('checkOf', { from: run.fromVersion, version: run.version })}
              {run.says && <span className="st-quiet">{run.says}</span>}
            </th>
            <td>
              <Tag tone={tones[run.state]}>{say(run.state)}</Tag>
            </td>
            <td>
              {run.requestedName} <Time at={run.requestedAt} />
            </td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}
