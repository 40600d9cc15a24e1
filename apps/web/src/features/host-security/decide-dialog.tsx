import { useForm } from 'react-hook-form';
import { DateField, Dialog, Form, SelectField, showToast, TextAreaField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import { OVERVIEW, WEAKNESSES, type Decide, type Weakness } from './host-security.api';
import { say } from './messages';

const CHOICES = [
  { value: 'accepted', label: say('accepted') },
  { value: 'ignored', label: say('ignored') },
];
const USUAL_DAYS = 30;
const DAY_MS = 86_400_000;

/** Accepts or ignores a weakness until a day, with a reason. Loaded when it is first opened. */
export default function DecideDialog({ weakness, onClose }: { weakness: Weakness; onClose: () => void }) {
  const name = weakness.package;
  const until = new Date(Date.now() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10);
  const form = useForm<Decide>({ defaultValues: { decision: 'accepted', reason: '', until } });
  const save = useSave<Decide>(`${WEAKNESSES}/${weakness.id}/decide`, {
    etag: `"v${weakness.version}"`,
    refresh: [WEAKNESSES, OVERVIEW],
    onSaved: () => {
      showToast({ text: say('decidedSaved', { name }), tone: 'success' });
      onClose();
    },
  });
  // The day chosen is the last one it counts for.
  const handleSave = (values: Decide) =>
    save.save({ ...values, until: values.until && new Date(`${values.until}T23:59:59`).toISOString() });
  if (save.conflict) return <ConflictDialog save={save} />;
  return (
    <Dialog open title={say('decideTitle', { name })} onClose={onClose}>
      <p className="st-quiet">{weakness.title}</p>
      <Form form={form} onSubmit={handleSave} submitLabel={say('save')} onCancel={onClose}>
        <SelectField name="decision" label={say('decision')} help={say('acceptedHelp')} choices={CHOICES} />
        <TextAreaField
          name="reason"
          label={say('reason')}
          help={say('reasonHelp')}
          rules={{ required: say('reasonNeeded') }}
        />
        <DateField name="until" label={say('until')} help={say('untilHelp')} rules={{ required: say('untilNeeded') }} />
      </Form>
    </Dialog>
  );
}
