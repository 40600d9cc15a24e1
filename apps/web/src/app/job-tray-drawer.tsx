import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { JobDrawer, showToast, type Job } from '@st0r/ui';
import { api } from '../shared/api';
import { noteJob, type JobRecord } from '../shared/jobs';
import type { ListPage } from '../shared/use-list';
import { shell } from './messages';

/** The drawer of one's jobs: what is running and what ended lately. */
export default function JobTrayDrawer(props: { jobs: readonly JobRecord[]; onClose: () => void }) {
  const lately = useQuery({
    queryKey: ['list', 'jobs', { limit: 20 }],
    queryFn: () => api.get<ListPage<JobRecord>>('jobs', { limit: 20 }),
    staleTime: 0,
  });
  useEffect(() => lately.data?.data.forEach(noteJob), [lately.data]);
  async function cancel({ id }: Job) {
    try {
      noteJob(await api.delete<JobRecord>(`jobs/${id}`));
    } catch (error) {
      showToast({ text: (error as Error).message, tone: 'danger' });
    }
  }
  return (
    <JobDrawer
      open
      jobs={props.jobs.map(shown)}
      onClose={props.onClose}
      onCancel={(job) => void cancel(job)}
      result={(job) => (
        <Link to={`/jobs/${job.id}`} onClick={props.onClose}>
          {shell('jobDetails')}
        </Link>
      )}
    />
  );
}

/** A job in the drawer's words. */
const shown = (job: JobRecord): Job => ({
  id: job.id,
  title: job.subject ? `${job.title}: ${job.subject}` : job.title,
  state: job.state as Job['state'],
  progress: job.progress
    ? {
        done: job.progress.done,
        total: job.progress.total ?? undefined,
        unit: job.progress.unit ?? undefined,
        message: job.progress.message ?? undefined,
      }
    : undefined,
  why: job.errorDetail ?? undefined,
  problems: job.problems,
  cancellable: job.can['cancel'] === true,
  createdAt: job.createdAt,
});
