import { useForm } from 'react-hook-form';
import { Dialog, Form, SelectField, showToast, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { say } from './messages';
import { RULES, type AddressRule } from './security.api';

type Values = Pick<AddressRule, 'network' | 'effect' | 'area'> & { note: string; expiresAt: string };
type Body = Omit<Values, 'note' | 'expiresAt'> & { note: string | null; expiresAt: string | null };

const EFFECTS = [
  { value: 'deny', label: say('deny') },
  { value: 'allow', label: say('allow') },
];
const AREAS = [
  { value: 'sign_in', label: say('sign_in') },
  { value: 'admin', label: say('admin') },
  { value: 'api', label: say('api') },
];

/** Makes a rule, or changes one. What would block the person themselves is refused by the server with a sentence. */
export default function RuleDialog({ rule, onClose }: { rule: AddressRule | undefined; onClose: () => void }) {
  const form = useForm<Values>({
    defaultValues: {
      network: rule?.network ?? '',
      effect: rule?.effect ?? 'deny',
      area: rule?.area ?? 'sign_in',
      note: rule?.note ?? '',
      expiresAt: localOf(rule?.expiresAt),
    },
  });
  const save = useSave<Body>(rule ? `${RULES}/${rule.id}` : RULES, {
    method: rule ? 'patch' : 'post',
    etag: rule && `"v${rule.version}"`,
    refresh: [RULES],
    onSaved: () => {
      showToast({ text: say('changed'), tone: 'success' });
      onClose();
    },
  });
  const handleSave = ({ note, expiresAt, ...values }: Values) =>
    save.save({
      ...values,
      note: note.trim() || null,
      expiresAt: expiresAt ? new Date(expiresAt).toISOString() : null,
    });
  return (
    <Dialog open title={rule ? say('rule', { network: rule.network }) : say('newRule')} onClose={onClose}>
      <Form form={form} onSubmit={handleSave} submitLabel={say('save')} onCancel={onClose}>
        <TextField
          name="network"
          label={say('network')}
          help={say('networkHelp')}
          rules={{ required: say('required') }}
        />
        <SelectField name="effect" label={say('effect')} choices={EFFECTS} />
        <SelectField name="area" label={say('area')} choices={AREAS} />
        <TextField name="note" label={say('note')} help={say('noteHelp')} required={false} />
        <TextField
          name="expiresAt"
          type="datetime-local"
          label={say('expires')}
          help={say('expiresHelp')}
          required={false}
        />
      </Form>
    </Dialog>
  );
}

/** A moment as the field writes it, on the clock of the person. */
function localOf(moment: string | null | undefined): string {
  if (!moment) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
