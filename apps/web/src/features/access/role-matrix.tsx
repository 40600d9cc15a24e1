import { Fragment } from 'react';
import { Link } from 'react-router';
import { Icon } from '@st0r/ui';
import type { PermissionText, Role } from './access.api';
import { say } from './messages';

type MatrixProps = { roles: readonly Role[]; permissions: readonly PermissionText[]; base: Role | undefined };

/** Permissions by group down, roles across; both heads stay in sight. */
export function RoleMatrix({ roles, permissions, base }: MatrixProps) {
  const groups = Map.groupBy(permissions, ({ group }) => group);
  return (
    <div className="st-matrix-scroller" tabIndex={0} role="region" aria-label={say('allRoles')}>
      <table className="st-matrix">
        <thead>
          <tr>
            <th scope="col">{say('permission')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col" title={role.description ?? undefined}>
                <Link to={`/admin/roles/${role.id}`}>{role.name}</Link>
                <div className="st-quiet">{role.permissions.length}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...groups].map(([group, members]) => (
            <Fragment key={group}>
              <tr className="st-matrix-group">
                <th scope="colgroup" colSpan={roles.length + 1}>
                  {group}
                </th>
              </tr>
              {members.map((permission) => (
                <tr key={permission.code}>
                  <th scope="row">
                    {permission.sentence}
                    <code>{permission.code}</code>
                  </th>
                  {roles.map((role) => (
                    <Cell key={role.id} role={role} code={permission.code} base={base} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ role, code, base }: { role: Role; code: string; base: Role | undefined }) {
  const held = role.permissions.includes(code);
  const differs = base && base.permissions.includes(code) !== held;
  return (
    <td data-differs={differs || undefined}>
      {held ? <Icon name="check-lg" label={say('yes')} /> : <span className="st-none">–</span>}
    </td>
  );
}
