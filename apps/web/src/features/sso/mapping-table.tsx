import { useForm } from 'react-hook-form';
import { ErrorState, Form, IconButton, SelectField, Skeleton, TextField, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import { useMe } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { PATH, useMappings, useRoles, type Connection, type Mapping } from './sso.api';
import { useAct } from './use-act';

type Values = { group: string; organisationId: string; roleId: string };

/** Which groups give which roles, and one line to give another. */
export function MappingTable({ connection, groups }: { connection: Connection; groups: readonly string[] }) {
  const mappings = useMappings(connection.id);
  if (mappings.isError) return <ErrorState error={mappings.error} onRetry={() => void mappings.refetch()} />;
  if (!mappings.data) return <Skeleton lines={3} />;
  return (
    <>
      <p>{say('mappingsText')}</p>
      {mappings.data.length === 0 && <p className="st-quiet">{say('mappingsNone')}</p>}
      {mappings.data.length > 0 && <Rows connection={connection} mappings={mappings.data} />}
      <AddMapping connection={connection} groups={groups} />
    </>
  );
}

function Rows({ connection, mappings }: { connection: Connection; mappings: readonly Mapping[] }) {
  const path = `${PATH}/${connection.id}/mappings`;
  const { act } = useAct([path]);
  return (
    <SmallTable
      label={say('mappings')}
      heads={[say('group'), say('organisation'), say('role'), { text: say('acts'), as: 'heard' }]}
    >
      {mappings.map(({ id, group, organisation, role }) => (
        <tr key={id}>
          <td>{group === '*' ? say('everybody') : <code>{group}</code>}</td>
          <td>{organisation.name}</td>
          <td>{role.name}</td>
          <td className="st-end">
            <IconButton
              icon="x-lg"
              size="sm"
              label={say('removeMapping', { group })}
              onClick={() => void act(() => api.delete(`${path}/${id}`), say('takenRole'))}
            />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

function AddMapping({ connection, groups }: { connection: Connection; groups: readonly string[] }) {
  const path = `${PATH}/${connection.id}/mappings`;
  const { organisations } = useMe();
  const roles = useRoles();
  const form = useForm<Values>({ defaultValues: { group: '', organisationId: '', roleId: '' } });
  const save = useSave<Values, Mapping>(path, {
    refresh: [path],
    onSaved: () => form.reset({ ...form.getValues(), group: '' }),
  });
  // Who makes a mapping gives a role, so only clients where they may are offered.
  const clients = organisations.filter(({ permissions }) => permissions.includes('member.manage'));
  const needed = { required: say('required') };
  return (
    <Form form={form} onSubmit={save.save} submitLabel={say('addMapping')}>
      <div className="st-sso-mapping">
        <TextField name="group" label={say('group')} help={say('groupHelp')} autoComplete="off" rules={needed} />
        <SelectField
          name="organisationId"
          label={say('organisation')}
          empty=""
          choices={clients.map(({ id, name }) => ({ value: id, label: name }))}
          rules={needed}
        />
        <SelectField
          name="roleId"
          label={say('role')}
          empty=""
          choices={(roles.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          rules={needed}
        />
      </div>
      {groups.length > 0 && (
        <p className="st-sso-groups">
          {say('sampleGroups')}{' '}
          {groups.slice(0, 30).map((group) => (
            <button
              key={group}
              type="button"
              className="btn btn-ghost btn-sm"
              onClick={() => form.setValue('group', group, { shouldValidate: true })}
            >
              {group}
            </button>
          ))}
        </p>
      )}
    </Form>
  );
}
