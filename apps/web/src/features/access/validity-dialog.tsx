import { useForm } from 'react-hook-form';
import { DateField, Dialog, Form } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import type { Membership } from './access.api';
import { say } from './messages';

type Props = { member: Membership; onClose: () => void };
type Values = { validFrom: string | null; validUntil: string | null };

/** From when and until when a person holds a role. Loaded when it is first opened. */
export default function ValidityDialog({ member, onClose }: Props) {
  return (
    <Dialog open title={`${member.userName}: ${member.role?.name ?? ''}`} onClose={onClose} size="sm">
      <ValidityForm member={member} onClose={onClose} />
    </Dialog>
  );
}

function ValidityForm({ member, onClose }: Props) {
  const { validFrom = null, validUntil = null } = member;
  const form = useForm<Values>({ defaultValues: { validFrom, validUntil } });
  const save = useSave<Values>(`memberships/${member.id}`, {
    method: 'patch',
    etag: `"v${member.version}"`,
    refresh: ['memberships'],
    onSaved: onClose,
  });
  return (
    <Form form={form} onSubmit={save.save} submitLabel={say('save')} onCancel={onClose}>
      <DateField name="validFrom" label={say('startsOn')} help={say('fromHelp')} required={false} />
      <DateField name="validUntil" label={say('until')} help={say('untilHelp')} required={false} />
      <ConflictDialog save={save} />
    </Form>
  );
}
