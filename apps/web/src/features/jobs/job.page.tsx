import { useEffect } from 'react';
import { useParams } from 'react-router';
import { ErrorState, Facts, Notice, Panel, Progress, RecordPage, Skeleton, Time } from '@st0r/ui';
import { isOpen, useJobs, type JobRecord } from '../../shared/jobs';
import { useRecord } from '../../shared/use-record';
import { JobActions } from './job-actions';
import { JobState, tookOf } from './job-state';
import { say } from './messages';
import './jobs.css';

const LOOK_MS = 2000;

/** One job: how far it is while it runs, and what it did. */
export function Component() {
  const { id = '' } = useParams();
  const { record, status, error, retry } = useRecord<JobRecord>(`jobs/${id}`);
  const live = useJobs().find((job) => job.id === id);
  const job = live && record && live.changedAt > record.changedAt ? live : record;
  // The job may be somebody else's, and then no stream tells of it.
  useEffect(() => {
    if (!record || !isOpen(record)) return undefined;
    const timer = setInterval(retry, LOOK_MS);
    return () => clearInterval(timer);
  }, [record, retry]);
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!job) return <Skeleton shape="page" lines={6} />;
  return (
    <RecordPage
      kind={say('job')}
      title={job.subject ? `${job.title}: ${job.subject}` : job.title}
      tags={<JobState of={job.state} />}
      actions={<JobActions job={job} />}
      side={<JobFacts job={job} />}
    >
      <JobNews job={job} />
      {job.problems.length > 0 && <Problems of={job} />}
      {job.result && <Result of={job.result} />}
    </RecordPage>
  );
}

function JobNews({ job }: { job: JobRecord }) {
  const { progress } = job;
  if (job.errorCode)
    return (
      <Notice tone={job.state === 'failed' ? 'danger' : 'warning'} title={say('error')}>
        {job.errorDetail ?? job.errorCode} {job.errorDetail ? '' : say('hidden')}
      </Notice>
    );
  if (!isOpen(job)) return null;
  const counted = progress
    ? [progress.done.toLocaleString(), progress.total?.toLocaleString()].filter(Boolean).join(' / ')
    : '';
  return (
    <Panel title={say('message')}>
      <Progress label={job.title} done={progress?.done ?? 0} total={progress?.total ?? undefined} />
      <p className="st-quiet" aria-live="polite">
        {[counted, progress?.unit, progress?.message].filter(Boolean).join(' ')}
      </p>
    </Panel>
  );
}

function JobFacts({ job }: { job: JobRecord }) {
  return (
    <Panel title={say('facts')}>
      <Facts
        facts={[
          [say('actor'), job.askedBy],
          [say('attempts'), say('attempt', { n: job.attempt, of: job.attempts })],
          [say('created'), <Time key="c" at={job.createdAt} />],
          [say('started'), job.startedAt ? <Time key="s" at={job.startedAt} /> : undefined],
          [say('finished'), job.finishedAt ? <Time key="f" at={job.finishedAt} /> : undefined],
          [say('duration'), tookOf(job) || undefined],
          [say('expires'), job.expiresAt ? <Time key="e" at={job.expiresAt} /> : undefined],
        ]}
      />
    </Panel>
  );
}

function Problems({ of: { problems } }: { of: JobRecord }) {
  return (
    <Panel title={say('problems')}>
      <ul>
        {problems.map((problem, place) => (
          <li key={place}>
            {problem.pointer && <code>{problem.pointer}</code>} {problem.detail}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** `createdModels` as "Created models". */
function wordsOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Numbers of a result stand beside each other; what else it says, the page of its own kind shows. */
function Result({ of }: { of: object }) {
  const sums = Object.entries(of).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  if (sums.length === 0) return null;
  return (
    <Panel title={say('result')}>
      <dl className="jb-sums">
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt>{wordsOf(name)}</dt>
            <dd>{value.toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
