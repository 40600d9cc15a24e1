import { Offcanvas } from 'react-bootstrap';
import type { ReactNode } from 'react';
import { Button } from '../button';
import { kit } from '../kit-messages';
import { Progress, Tag, type Tone } from '../panel';
import { EmptyState } from '../state/states';
import { Time } from '../time';

/** A long piece of work on the server, as `GET /api/v1/jobs/{id}` tells it. */
export type Job = {
  id: string;
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  progress?: { done: number; total?: number; unit?: string; message?: string };
  /** Why it failed, in a sentence. */
  why?: string;
  problems?: readonly { detail: string }[];
  cancellable?: boolean;
  createdAt: string;
};

const states = {
  queued: ['neutral', kit('jobQueued')],
  running: ['info', kit('jobRunning')],
  done: ['success', kit('jobDone')],
  failed: ['danger', kit('jobFailed')],
  cancelled: ['neutral', kit('jobCancelled')],
} as const satisfies Record<Job['state'], readonly [Tone, string]>;

type DrawerProps = {
  open: boolean;
  jobs: readonly Job[];
  onClose: () => void;
  onCancel: (job: Job) => void;
  /** What a finished job offers, for example a link to its result. */
  result?: (job: Job) => ReactNode;
};

/** The drawer at the right that shows what the server is working on. */
export function JobDrawer({ open, jobs, onClose, onCancel, result }: DrawerProps) {
  return (
    <Offcanvas show={open} onHide={onClose} placement="end" aria-labelledby="st-jobs">
      <Offcanvas.Header closeButton closeLabel={kit('close')}>
        <Offcanvas.Title as="h2" id="st-jobs">
          {kit('jobs')}
        </Offcanvas.Title>
      </Offcanvas.Header>
      <Offcanvas.Body className="st-jobs">
        {jobs.length === 0 && (
          <EmptyState icon="hourglass" title={kit('noJobs')}>
            {kit('jobsHint')}
          </EmptyState>
        )}
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} onCancel={onCancel}>
            {result?.(job)}
          </JobCard>
        ))}
      </Offcanvas.Body>
    </Offcanvas>
  );
}

function JobCard({ job, onCancel, children }: { job: Job; onCancel: (job: Job) => void; children: ReactNode }) {
  const [tone, words] = states[job.state];
  const problems = job.problems ?? [];
  return (
    <article className="st-job" aria-label={job.title}>
      <header>
        <strong>{job.title}</strong> <Tag tone={tone}>{words}</Tag>
      </header>
      {job.state === 'running' && (
        <Progress label={job.title} done={job.progress?.done ?? 0} total={job.progress?.total} />
      )}
      {job.why && <p className="st-job-why">{job.why}</p>}
      <p>
        {job.progress && countOf(job.progress)} <Time at={job.createdAt} />
      </p>
      {problems.length > 0 && (
        <details>
          <summary>{kit('problems', { n: problems.length })}</summary>
          <ul>
            {problems.map((problem, place) => (
              <li key={place}>{problem.detail}</li>
            ))}
          </ul>
        </details>
      )}
      {job.cancellable && (job.state === 'running' || job.state === 'queued') && (
        <Button size="sm" onClick={() => onCancel(job)}>
          {kit('cancelJob')}
        </Button>
      )}
      {children}
    </article>
  );
}

/** "1,200 / 4,000 rows" and what is being done with them. */
function countOf({ done, total, unit, message }: NonNullable<Job['progress']>): string {
  const counted = [done, total].filter((one) => one !== undefined).map((one) => one.toLocaleString());
  return [counted.join(' / '), unit, message].filter(Boolean).join(' ');
}
