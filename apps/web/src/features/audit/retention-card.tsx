import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { ErrorState, Form, Panel, showToast, Skeleton, SwitchField, TextField } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

type Retention = Api<'Retention'>;
type Values = { days: number; held: boolean; reason: string };
const path = 'audit-retention';

/** How long events are kept, and the hold that keeps all of them. */
export default function RetentionCard() {
  const { record, status, error, retry } = useRecord<Retention>(path);
  return (
    <Panel title={say('keep')}>
      {status === 'loading' && <Skeleton lines={3} />}
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {record && <Rules rules={record} />}
    </Panel>
  );
}

function Rules({ rules }: { rules: Retention }) {
  const all = rules.holds.find(({ organisationId }) => !organisationId);
  const others = rules.holds.filter(({ organisationId }) => organisationId);
  const form = useForm<Values>({ values: { days: rules.days, held: all !== undefined, reason: all?.reason ?? '' } });
  const save = useSave<object>(path, {
    method: 'patch',
    refresh: [path],
    onSaved: () => showToast({ text: say('keepSaved'), tone: 'success' }),
  });
  const held = form.watch('held');
  const handleSave = ({ days, held: hold, reason }: Values): Promise<void> =>
    save.save({ days, holds: [...others, ...(hold ? [{ organisationId: null, reason }] : [])] });
  return (
    <Form form={form} onSubmit={handleSave} submitLabel={say('keepSave')}>
      <TextField
        name="days"
        inputMode="numeric"
        label={say('keepDays')}
        help={say('keepDaysHelp')}
        rules={{
          valueAsNumber: true,
          validate: (value: number) => (Number.isInteger(value) && value >= 90) || say('keepDaysHelp'),
        }}
      />
      <SwitchField name="held" label={say('keepHold')} help={say('keepHoldHelp')} />
      {held && <TextField name="reason" label={say('keepHoldReason')} rules={{ required: say('keepWhy') }} />}
      {others.map(({ organisationId, reason }) => (
        <p key={organisationId}>{say('keepHeld', { reason })}</p>
      ))}
      {rules.removed > 0 && <p className="st-quiet">{say('keepGone', { n: rules.removed })}</p>}
    </Form>
  );
}
