import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ButtonLink, ErrorState, Menu, Notice, PageHead, showToast, Skeleton, Tag } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useCan } from '../../shared/session';
import { useArchive } from '../../shared/use-archive';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { usePermissions, type PermissionText, type Role } from './access.api';
import { say } from './messages';
import { RoleForm, type RoleValues } from './role-form';

/** A role of one's own, new or known; templates can be read and copied. */
export function Component() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const from = id ?? search.get('from');
  const source = useRecord<Role>(`roles/${from ?? ''}`, { enabled: from !== null });
  const permissions = usePermissions();
  if (source.status === 'error') return <ErrorState error={source.error} onRetry={source.retry} page />;
  if (!permissions.data || (from !== null && !source.record)) return <Skeleton shape="page" lines={10} />;
  if (id && source.record) return <KnownRole role={source.record} etag={source.etag} catalogue={permissions.data} />;
  return <NewRole from={source.record} catalogue={permissions.data} />;
}

function NewRole({ from, catalogue }: { from: Role | undefined; catalogue: readonly PermissionText[] }) {
  const navigate = useNavigate();
  const save = useSave<RoleValues, Role>('roles', { refresh: ['roles'], onSaved: () => navigate('/admin/roles') });
  const start = from && { ...from, name: say('copyOf', { name: from.name }), permissions: from.permissions };
  return (
    <>
      <PageHead title={say('newRole')} />
      <RoleForm
        start={start}
        before={[]}
        catalogue={catalogue}
        onSave={save.save}
        onCancel={() => void navigate('/admin/roles')}
      />
    </>
  );
}

type KnownProps = { role: Role; etag: string | undefined; catalogue: readonly PermissionText[] };

function KnownRole({ role, etag, catalogue }: KnownProps) {
  const navigate = useNavigate();
  const can = useCan();
  const archive = useArchive('roles');
  const save = useSave<RoleValues, Role>(`roles/${role.id}`, {
    method: 'patch',
    etag,
    refresh: ['roles', 'memberships'],
    onSaved: async () => {
      showToast({ text: say('saved'), tone: 'success' });
      await navigate('/admin/roles');
    },
  });
  // Templates belong to the house; the server refuses to change them.
  const own = !role.template && can('role.manage');
  async function handleArchive() {
    if (await archive(role)) await navigate('/admin/roles');
  }
  const actions = can('role.manage') && (
    <>
      <ButtonLink icon="copy" to={`/admin/roles/new?from=${role.id}`}>
        {say('newFrom', { name: role.name })}
      </ButtonLink>
      {own && (
        <Menu
          icon="three-dots"
          label=""
          name={role.name}
          items={[{ label: say('archive'), icon: 'archive', onPick: () => void handleArchive() }]}
        />
      )}
    </>
  );
  return (
    <>
      <PageHead
        title={role.name}
        kind={say('role')}
        tags={role.template && <Tag>{say('fixed')}</Tag>}
        actions={actions}
      />
      {role.template && <Notice>{say('fixedText')}</Notice>}
      <RoleForm
        key={role.version}
        start={role}
        before={role.permissions}
        roleId={role.id}
        readOnly={!own}
        catalogue={catalogue}
        onSave={save.save}
        onCancel={() => void navigate('/admin/roles')}
      >
        <ConflictDialog save={save} />
      </RoleForm>
    </>
  );
}
