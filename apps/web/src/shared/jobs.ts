import { useSyncExternalStore } from 'react';
import { api } from './api';
import { followJobs, type JobRecord } from './follow-jobs';

export type { JobRecord } from './follow-jobs';

/** Jobs shown in the drawer; older ones are on the page of all jobs. */
const KEPT = 20;

let known: readonly JobRecord[] = [];
const listeners = new Set<() => void>();
const waiters = new Map<string, Set<(job: JobRecord) => void>>();

/** Takes in a job as the server tells it; an older telling of one already known changes nothing. */
export function noteJob(job: JobRecord): void {
  const before = known.find(({ id }) => id === job.id);
  if (before && before.changedAt > job.changedAt) return;
  known = [job, ...known.filter(({ id }) => id !== job.id)]
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, KEPT);
  for (const listener of listeners) listener();
  for (const waiter of waiters.get(job.id) ?? []) waiter(job);
}

/** Starts to follow one's own jobs; the shell does it once. */
export function startJobs(): () => void {
  return followJobs(noteJob);
}

/** One's own jobs that moved since this window was opened, newest first. */
export function useJobs(): readonly JobRecord[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => known,
  );
}

export const isOpen = ({ state }: Pick<JobRecord, 'state'>): boolean => state === 'queued' || state === 'running';

/** Waits for the end of a job; asks now and then as well, for a stream can be away. */
export async function untilEnded(first: JobRecord): Promise<JobRecord> {
  noteJob(first);
  for (let job = first; ; job = await nextTelling(job)) if (!isOpen(job)) return job;
}

async function nextTelling(job: JobRecord): Promise<JobRecord> {
  const told = await new Promise<JobRecord | undefined>((resolve) => {
    const waiting = waiters.get(job.id) ?? new Set();
    waiters.set(job.id, waiting);
    const done = (next?: JobRecord): void => {
      clearTimeout(timer);
      waiting.delete(done);
      resolve(next);
    };
    const timer = setTimeout(() => done(), 3000);
    waiting.add(done);
  });
  if (told) return told;
  const asked = await api.get<JobRecord>(`jobs/${job.id}`).catch(() => job);
  noteJob(asked);
  return asked;
}
