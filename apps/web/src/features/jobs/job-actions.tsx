import { Button, showToast } from '@st0r/ui';
import { noteJob, type JobRecord } from '../../shared/jobs';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

const refresh = ['jobs', 'platform-jobs'];

/** Cancel or retry, whichever the job allows. */
export function JobActions({ job }: { job: JobRecord }) {
  const told = (text: string) => (next: JobRecord) => {
    noteJob(next);
    showToast({ text, tone: 'success' });
  };
  const cancel = useSave<undefined, JobRecord>(`jobs/${job.id}`, {
    method: 'delete',
    refresh,
    onSaved: told(say('cancelled')),
  });
  const retry = useSave<object, JobRecord>(`jobs/${job.id}/retry`, { refresh, onSaved: told(say('again')) });
  async function attempt(act: Promise<void>) {
    await act.catch((error: Error) => showToast({ text: error.message, tone: 'danger' }));
  }
  if (job.can['cancel'])
    return (
      <Button size="sm" busy={cancel.busy} onClick={() => void attempt(cancel.save(undefined))}>
        {say('cancel')}
      </Button>
    );
  if (job.can['retry'])
    return (
      <Button size="sm" busy={retry.busy} onClick={() => void attempt(retry.save({}))}>
        {say('retry')}
      </Button>
    );
  return null;
}
