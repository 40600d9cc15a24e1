import { Tag, Time } from '@st0r/ui';
import { say } from './messages';
import type { Connection } from './sso.api';

const tones = { draft: 'neutral', enabled: 'success', disabled: 'danger' } as const;

/** Draft, enabled or disabled. */
export function StateTag({ state }: Pick<Connection, 'state'>) {
  return <Tag tone={tones[state]}>{say(state)}</Tag>;
}

/** What a connection needs, or that it works; with the sentence of the last problem. */
export function Health({ connection }: { connection: Connection }) {
  const { health, missing } = connection;
  if (health.problem) {
    return (
      <div className="st-sso-health">
        <Tag tone="danger">{say('problem')}</Tag>
        <span>{health.problem}</span>
        <span className="st-quiet">
          <Time at={health.problemAt} />
        </span>
      </div>
    );
  }
  if (missing.length > 0) return <Tag tone="warning">{say('missing')}</Tag>;
  return <Tag tone={health.tested ? 'success' : 'warning'}>{say(health.tested ? 'tested' : 'untested')}</Tag>;
}
