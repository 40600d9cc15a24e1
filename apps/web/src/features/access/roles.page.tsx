import { useSearchParams } from 'react-router';
import { ButtonLink, ErrorState, PageHead, Skeleton } from '@st0r/ui';
import { useCan } from '../../shared/session';
import { usePermissions, useRoles, type PermissionText, type Role } from './access.api';
import { say } from './messages';
import { RoleMatrix } from './role-matrix';

/** Every role against every permission, with the differences from one of them on demand. */
export function Component() {
  const roles = useRoles();
  const permissions = usePermissions();
  const can = useCan();
  const add = can('role.manage') && (
    <ButtonLink tone="primary" icon="plus-lg" to="/admin/roles/new">
      {say('newRole')}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={say('roles')} actions={add} />
      <p className="st-quiet">{say('rolesText')}</p>
      <Matrix roles={roles} permissions={permissions} />
    </>
  );
}

type Loaded = { roles: ReturnType<typeof useRoles>; permissions: ReturnType<typeof usePermissions> };

function Matrix({ roles, permissions }: Loaded) {
  const failed = [roles, permissions].find((each) => each.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!roles.data || !permissions.data) return <Skeleton shape="rows" lines={12} />;
  return <ComparedMatrix roles={roles.data} permissions={permissions.data} />;
}

function ComparedMatrix({ roles, permissions }: { roles: readonly Role[]; permissions: readonly PermissionText[] }) {
  const [search, setSearch] = useSearchParams();
  const base = roles.find(({ id }) => id === search.get('from'));
  function handleCompare(id: string) {
    setSearch(id ? { from: id } : {}, { replace: true });
  }
  const differs = ({ code }: PermissionText) =>
    roles.some((role) => role.permissions.includes(code) !== base?.permissions.includes(code));
  return (
    <>
      <div className="st-filter-bar">
        <label htmlFor="compare">{say('compare')}</label>
        <select
          id="compare"
          className="form-select w-auto"
          value={base?.id ?? ''}
          onChange={(event) => handleCompare(event.target.value)}
        >
          <option value="">{say('compareNone')}</option>
          {roles.map((role) => (
            <option key={role.id} value={role.id}>
              {say('differencesOf', { name: role.name })}
            </option>
          ))}
        </select>
      </div>
      <RoleMatrix roles={roles} permissions={base ? permissions.filter(differs) : permissions} base={base} />
    </>
  );
}
