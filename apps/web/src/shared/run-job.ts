import { api } from './api';
import { untilEnded, type JobRecord } from './jobs';
import { ApiProblem } from './problem';

/** Files from this size on are worked on by a job; smaller ones are answered at once. */
export const LATER_FROM_BYTES = 2 * 1024 * 1024;

/** Asks for a job and waits for what it did; throws what it refused as the request itself would have. */
export async function runJob<Result>(path: string, body: unknown): Promise<Result> {
  const queued = await api.post<JobRecord>(path, body, { respondAsync: true });
  const job = await untilEnded(queued);
  if (job.state === 'done') return job.result as Result;
  throw new ApiProblem(409, {
    code: job.errorCode ?? 'job.cancelled',
    detail: job.errorDetail ?? 'The job was cancelled. Nothing was changed.',
    errors: job.problems.map((problem) => ({ ...problem, params: {} })),
  });
}
