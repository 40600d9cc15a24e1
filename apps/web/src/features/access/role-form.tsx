import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Form, Icon, Panel, SwitchField, TextField } from '@st0r/ui';
import type { PermissionText, Role } from './access.api';
import { say } from './messages';
import { RoleChange } from './role-change';

/** What a person may write about a role. */
export type RoleValues = { name: string; description: string | null; requireMfa: boolean; permissions: string[] };
type Values = Omit<RoleValues, 'description'> & { description: string };

type Props = {
  start: Pick<Role, 'name' | 'description' | 'requireMfa' | 'permissions'> | undefined;
  /** What the role holds on the server now. */
  before: readonly string[];
  roleId?: string;
  readOnly?: boolean;
  catalogue: readonly PermissionText[];
  onSave: (values: RoleValues) => Promise<unknown>;
  onCancel: () => void;
  children?: ReactNode;
};

/** Name and permissions of a role, with what would change beside them. */
export function RoleForm({ start, before, roleId, readOnly, catalogue, onSave, onCancel, children }: Props) {
  const form = useForm<Values>({
    defaultValues: {
      name: start?.name ?? '',
      description: start?.description ?? '',
      requireMfa: start?.requireMfa ?? false,
      permissions: start?.permissions ?? [],
    },
  });
  const chosen = form.watch('permissions');
  function handleToggle(code: string) {
    const next = chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code];
    form.setValue('permissions', next, { shouldDirty: true });
  }
  const groups = (
    <PermissionGroups catalogue={catalogue} chosen={chosen} onToggle={readOnly ? undefined : handleToggle} />
  );
  if (readOnly) return groups;
  return (
    <Form
      form={form}
      onSubmit={(values) => onSave({ ...values, description: values.description.trim() || null })}
      submitLabel={say('saveRole')}
      onCancel={onCancel}
    >
      <TextField name="name" label={say('name')} rules={{ required: say('required') }} />
      <TextField name="description" label={say('description')} required={false} />
      <SwitchField name="requireMfa" label={say('mfa')} help={say('mfaHelp')} />
      {groups}
      <RoleChange before={before} after={chosen} catalogue={catalogue} roleId={roleId} />
      {children}
    </Form>
  );
}

type GroupsProps = {
  catalogue: readonly PermissionText[];
  chosen: readonly string[];
  onToggle: ((code: string) => void) | undefined;
};

function PermissionGroups({ catalogue, chosen, onToggle }: GroupsProps) {
  const groups = Map.groupBy(catalogue, ({ group }) => group);
  return (
    <div className="d-grid gap-3 mb-3">
      {[...groups].map(([group, permissions]) => (
        <Panel key={group} title={group}>
          {permissions.map(({ code, sentence }) =>
            onToggle ? (
              <label key={code} className="form-check">
                <input
                  type="checkbox"
                  className="form-check-input"
                  checked={chosen.includes(code)}
                  onChange={() => onToggle(code)}
                />
                <span className="form-check-label">{sentence}</span>
              </label>
            ) : (
              <div key={code} className={chosen.includes(code) ? undefined : 'st-quiet'}>
                <Icon
                  name={chosen.includes(code) ? 'check-lg' : 'dash'}
                  label={say(chosen.includes(code) ? 'yes' : 'no')}
                />{' '}
                {sentence}
              </div>
            ),
          )}
        </Panel>
      ))}
    </div>
  );
}
