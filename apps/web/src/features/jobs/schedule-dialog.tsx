import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, Form, showToast, TextField } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

type Schedule = Api<'Schedule'>;

/** Chooses another time for a schedule, or goes back to the one of the release. */
export function ScheduleDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const form = useForm({ defaultValues: { cron: schedule.cron, timeZone: schedule.timeZone } });
  const save = useSave<{ cron: string | null; timeZone: string | null }>(`schedules/${schedule.name}`, {
    method: 'patch',
    refresh: ['schedules'],
    onSaved: () => {
      showToast({ text: say('saved'), tone: 'success' });
      onClose();
    },
  });
  return (
    <Dialog open title={schedule.title} onClose={onClose} size="sm">
      <Form form={form} onSubmit={save.save} submitLabel={say('edit')} onCancel={onClose}>
        <TextField name="cron" label={say('cron')} help={say('cronHelp')} rules={{ required: say('cronHelp') }} />
        <TextField name="timeZone" label={say('zone')} help={say('zoneHelp')} rules={{ required: say('zoneHelp') }} />
        {schedule.chosen && (
          <Button busy={save.busy} onClick={() => void save.save({ cron: null, timeZone: null })}>
            {say('release')}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
