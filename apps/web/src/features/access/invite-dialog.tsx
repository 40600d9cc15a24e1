import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { DateField, Dialog, ErrorState, Form, SelectField, Skeleton, TextField } from '@st0r/ui';
import type { Handover } from '../../shared/one-time-link';
import type { MyOrganisation } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { roleChoices, useRoles, type Role } from './access.api';
import { say } from './messages';

type Props = {
  organisation: MyOrganisation;
  onInvited: (result: Handover) => void;
  onClose: () => void;
};
type Values = { email: string; name: string; roleId: string; validUntil: string | null };

/** Invites a person into the client in view with one role. Loaded when it is first opened. */
export default function InviteDialog(props: Props) {
  const roles = useRoles();
  return (
    <Dialog open title={say('invite')} onClose={props.onClose}>
      {roles.isError && <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.isPending && <Skeleton />}
      {roles.data && <InviteForm {...props} roles={roles.data} />}
    </Dialog>
  );
}

function InviteForm({ organisation, roles, onInvited, onClose }: Props & { roles: readonly Role[] }) {
  const usual = roles.find(({ template }) => template === 'technician') ?? roles[0];
  const form = useForm<Values>({ defaultValues: { email: '', name: '', roleId: usual?.id ?? '', validUntil: null } });
  const save = useSave<Values & { organisationId: string }, Api<'InvitationResult'>>('invitations', {
    refresh: ['memberships', 'invitations'],
    onSaved: onInvited,
  });
  const chosen = roles.find(({ id }) => id === form.watch('roleId'));
  return (
    <Form
      form={form}
      onSubmit={(values) => save.save({ ...values, organisationId: organisation.id })}
      submitLabel={say('add')}
      onCancel={onClose}
    >
      <p className="st-quiet">{say('inviteText')}</p>
      <TextField
        name="email"
        type="email"
        label={say('email')}
        autoComplete="off"
        autoFocus
        rules={{ required: say('required') }}
      />
      <TextField name="name" label={say('name')} autoComplete="off" rules={{ required: say('required') }} />
      <SelectField name="roleId" label={say('role')} choices={roleChoices(roles)} help={chosen?.description} />
      <DateField name="validUntil" label={say('until')} help={say('untilHelp')} required={false} />
    </Form>
  );
}
