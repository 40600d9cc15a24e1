import { Link } from 'react-router';
import { Facts, Notice, Tag, Time } from '@st0r/ui';
import { say } from './messages';
import type { ConnectionTest } from './sso.api';

/** What a test showed: who that is there, who they would be here, and every claim; or why it was refused. */
export function Outcome({ outcome, title = say('testPassed') }: { outcome: ConnectionTest; title?: string }) {
  if (outcome.state === 'gone') return <Notice tone="warning">{say('testGone')}</Notice>;
  if (outcome.state === 'refused') {
    return (
      <Notice tone="danger" title={say('testFailed')}>
        {outcome.sentence} {outcome.pointer && <Link to={`?tab=${tabOf(outcome.pointer)}`}>{say('testSame')}</Link>}
      </Notice>
    );
  }
  return (
    <div className="st-sso-outcome">
      <Notice tone="success" title={title}>
        {outcome.personSentence}
      </Notice>
      <h3>{say('expected')}</h3>
      <Facts
        facts={[
          [say('person'), <Person outcome={outcome} />],
          [say('roles'), <Roles outcome={outcome} />],
          [say('groups'), outcome.groups?.join(', ')],
          [say('secondFactor'), say(outcome.secondFactorThere ? 'secondFactorThere' : 'secondFactorHere')],
          [say('authTime'), outcome.authTime && <Time at={outcome.authTime} />],
        ]}
      />
      <h3>{say('claims')}</h3>
      <Claims claims={outcome.claims ?? {}} />
    </div>
  );
}

function Person({ outcome: { name, email, person } }: { outcome: ConnectionTest }) {
  return (
    <>
      {[name, email].filter(Boolean).join(' · ')} {person === 'new' && <Tag tone="info">{say('personNew')}</Tag>}
      {person === 'refused' && <Tag tone="warning">{say('personRefused')}</Tag>}
    </>
  );
}

function Roles({ outcome: { roles } }: { outcome: ConnectionTest }) {
  if (!roles?.length) return <>{say('rolesNone')}</>;
  return (
    <ul className="st-plain-list">
      {roles.map(({ id, role, organisation, group }) => (
        <li key={id}>
          <strong>{role.name}</strong> {organisation.name} <span className="st-quiet">{group}</span>
        </li>
      ))}
    </ul>
  );
}

/** Names and values as they came, whatever they are. */
export function Claims({ claims }: { claims: Record<string, unknown> }) {
  return (
    <div className="st-table-scroller">
      <table className="st-table st-sso-claims" aria-label={say('claims')}>
        <tbody>
          {Object.entries(claims).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The step a refusal points to. */
function tabOf(pointer: string): string {
  return /Claim$|Attributes?$|\/domains|groupOverflow|nested$/.test(pointer) ? 'map' : 'exchange';
}
