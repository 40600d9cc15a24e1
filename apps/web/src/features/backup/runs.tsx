import type { Api } from '@st0r/api-client';
import { Panel, SmallTable, Tag, Time, type Tone } from '@st0r/ui';
import { say } from './messages';

type Run = Api<'BackupRun'>;
const tones: Readonly<Record<Run['state'], Tone>> = {
  running: 'info',
  made: 'warning',
  verified: 'success',
  failed: 'danger',
};
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const SECOND = 1000;

/** The last backups, proved or not, and what went wrong. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0)
    return (
      <Panel title={say('runs')}>
        <span className="st-quiet">{say('noRuns')}</span>
      </Panel>
    );
  return (
    <Panel title={say('runs')} flush>
      <SmallTable label={say('runs')} heads={[say('since'), say('state'), say('bytes'), say('rows')]}>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </SmallTable>
    </Panel>
  );
}

function RunRow({ run: { name, state, bytes, rows, startedAt, restoreMs, problem, removedAt } }: { run: Run }) {
  return (
    <tr>
      <td>
        <Time at={startedAt} />
        <div className="st-quiet">
          <code>{name}</code>
        </div>
      </td>
      <td>
        <Tag tone={tones[state]}>{say(state)}</Tag> {removedAt && <Tag>{say('removed')}</Tag>}
        {state === 'verified' && typeof restoreMs === 'number' && (
          <div className="st-quiet">{say('tookSeconds', { n: Math.max(1, Math.round(restoreMs / SECOND)) })}</div>
        )}
        {problem && <div className="st-backup-problem">{problem}</div>}
      </td>
      <td>{sizeOf(bytes)}</td>
      <td>{rows.toLocaleString()}</td>
    </tr>
  );
}

function sizeOf(bytes: number): string {
  let [size, unit] = [bytes, 0];
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024;
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
