import type { Api } from '@st0r/api-client';
import { Panel, SmallTable, Tag, Time } from '@st0r/ui';
import { say } from './messages';

type Target = Api<'BackupTarget'>;

/** Where backups lie, whether these places can be reached, and how old the newest verified copy there is. */
export function Targets({ targets }: { targets: readonly Target[] }) {
  return (
    <Panel title={say('targets')} flush>
      <SmallTable
        label={say('targets')}
        heads={[say('half'), say('place'), say('state'), say('verifiedFrom'), say('copies'), say('keep')]}
      >
        {targets.map((target) => (
          <TargetRow key={target.half} target={target} />
        ))}
      </SmallTable>
    </Panel>
  );
}

function TargetRow({ target }: { target: Target }) {
  const { half, kind, place, keep, lookedAt, problem, backups, verifiedFrom } = target;
  return (
    <tr>
      <td>{say(half)}</td>
      <td>
        <code className="st-backup-key">{place}</code>
        <div className="st-quiet">{say(kind)}</div>
      </td>
      <td>
        <Reached lookedAt={lookedAt} problem={problem} />
      </td>
      <td>{verifiedFrom ? <Time at={verifiedFrom} /> : say('never')}</td>
      <td>{lookedAt ? backups.toLocaleString() : '–'}</td>
      <td>{kept(keep)}</td>
    </tr>
  );
}

function Reached({ lookedAt, problem }: Pick<Target, 'lookedAt' | 'problem'>) {
  if (!lookedAt) return <Tag>{say('notLooked')}</Tag>;
  return (
    <>
      <Tag tone={problem ? 'danger' : 'success'}>{say(problem ? 'lost' : 'reached')}</Tag>
      <div className="st-quiet">
        <Time at={lookedAt} />
      </div>
      {problem && <div className="st-backup-problem">{problem}</div>}
    </>
  );
}

/** The rules as a sentence: `daily=14,weekly=8` is how they are written. */
function kept(rules: string): string {
  const says = { daily: 'keepDaily', weekly: 'keepWeekly', monthly: 'keepMonthly', days: 'keepDays' } as const;
  const parts = rules.split(',').map((rule) => rule.trim().split('='));
  return parts.map(([every, n = '']) => say(says[every as keyof typeof says], { n })).join(', ');
}
