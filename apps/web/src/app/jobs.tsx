import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { IconButton, JobDrawer, type Job } from '@st0r/ui';
import { api } from '../shared/api';
import type { ListPage } from '../shared/use-list';
import { shell } from './messages';

const busy = (jobs: readonly Job[]) => jobs.some((job) => job.state === 'running' || job.state === 'queued');

/** The button of the top bar and the drawer with what the server works on for this person. */
export function Jobs() {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['list', 'jobs', {}],
    queryFn: ({ signal }) => api.get<ListPage<Job>>('jobs', { limit: 20 }, { signal }),
    retry: false,
    refetchInterval: ({ state }) => (busy(state.data?.data ?? []) ? 1_500 : open ? 5_000 : false),
  });
  const jobs = data?.data ?? [];
  const running = jobs.filter((job) => job.state === 'running' || job.state === 'queued').length;
  async function handleCancel(job: Job) {
    await api.delete(`jobs/${job.id}`);
    await client.invalidateQueries({ queryKey: ['list', 'jobs'] });
  }
  return (
    <>
      <span className="position-relative">
        <IconButton icon="hourglass-split" label={shell('jobs')} onClick={() => setOpen(true)} />
        {running > 0 && <span className="st-dot">{running}</span>}
      </span>
      <JobDrawer open={open} jobs={jobs} onClose={() => setOpen(false)} onCancel={(job) => void handleCancel(job)} />
    </>
  );
}
