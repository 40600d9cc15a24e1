import { useForm } from 'react-hook-form';
import { Button, Dialog, Form, showToast, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import { say } from './limit-messages';
import { LIMITS, type Limit } from './security.api';

type Values = Pick<Limit, 'budget' | 'seconds'>;
type Range = { least: number; most: number };

/** Sets one limit within its bounds; somebody else's newer value is never overwritten unseen. */
export function LimitDialog({ limit, onClose }: { limit: Limit; onClose: () => void }) {
  const { name, says, budget, seconds, standardBudget, standardSeconds } = limit;
  const form = useForm<Values>({ defaultValues: { budget, seconds } });
  const save = useSave<Values>(`${LIMITS}/${name}`, {
    method: 'patch',
    etag: `"v${limit.version}"`,
    refresh: [LIMITS],
    onSaved: () => {
      showToast({ text: say('saved'), tone: 'success' });
      onClose();
    },
  });
  function handleReset() {
    form.setValue('budget', standardBudget);
    form.setValue('seconds', standardSeconds);
  }
  if (save.conflict) return <ConflictDialog save={save} />;
  const budgets = { least: limit.leastBudget, most: limit.mostBudget };
  const windows = { least: limit.leastSeconds, most: limit.mostSeconds };
  return (
    <Dialog open title={say('limit', { name })} onClose={onClose}>
      <p>{says}</p>
      <Form form={form} onSubmit={save.save} submitLabel={say('save')} onCancel={onClose}>
        <TextField
          name="budget"
          inputMode="numeric"
          label={say('budget')}
          help={say('between', { ...budgets, standard: standardBudget })}
          rules={whole(budgets)}
        />
        <TextField
          name="seconds"
          inputMode="numeric"
          label={say('window')}
          help={say('between', { ...windows, standard: standardSeconds })}
          rules={whole(windows)}
        />
        <Button size="sm" onClick={handleReset}>
          {say('reset')}
        </Button>
      </Form>
    </Dialog>
  );
}

const whole = (range: Range) => ({
  valueAsNumber: true,
  validate: (value: number) =>
    (Number.isInteger(value) && value >= range.least && value <= range.most) || say('range', range),
});
