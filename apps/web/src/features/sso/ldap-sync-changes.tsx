import type { Api } from '@st0r/api-client';
import { say } from './ldap-messages';

/** What would change, or has: one line for each. */
export function SyncChanges({ changes }: { changes: readonly Api<'DirectorySyncChange'>[] }) {
  return (
    // A long list is a piece of its own, reached with the keyboard.
    <div className="st-table-scroller st-sso-changes" role="region" aria-label={say('change')} tabIndex={0}>
      <table className="st-table" aria-label={say('change')}>
        <thead>
          <tr>
            <th scope="col">{say('person')}</th>
            <th scope="col">{say('change')}</th>
            <th scope="col">{say('where')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ act, userId, person, organisation, role }) => (
            <tr key={`${userId} ${act} ${organisation} ${role}`}>
              <td>{person}</td>
              <td>{say(act)}</td>
              <td>{role && `${role} · ${organisation}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
