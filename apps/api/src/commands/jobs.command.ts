import { Option, type Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import { JOB_STATES, JobControl, Jobs, Scheduler, jobCalled, rehearse } from '../platform/jobs';
import { Sql } from '../platform/database';
import { NotFound } from '../platform/errors';
import { inHouse } from './house';

interface Line {
  id: string;
  name: string;
  state: string;
  attempt: number;
  attempts: number;
  createdAt: string;
  errorCode: string | null;
}

/** `st0r jobs list|retry|cancel|run|rehearse`. */
export function jobsCommand(program: Command): void {
  const jobs = program.command('jobs').description('Work that runs after the answer has left');
  jobs
    .command('list')
    .description('The newest jobs, dead letters with --state failed')
    .addOption(new Option('--state <state>').choices(JOB_STATES))
    .addOption(new Option('--limit <n>').argParser(Number).default(50))
    .action(async (options: { state?: string; limit: number }) => {
      for (const line of await inHouse((app) => list(app, options))) console.log(wordsOf(line));
    });
  jobs
    .command('retry <id>')
    .description('Run a failed or cancelled job again')
    .action(async (id: string) => {
      await inHouse((app) => app.get(JobControl).retry(id));
      console.log('Queued again.');
    });
  jobs
    .command('cancel <id>')
    .description('Cancel a job')
    .action(async (id: string) => {
      await inHouse((app) => app.get(JobControl).cancel(id));
      console.log('Cancelled; a running job ends within a few seconds.');
    });
  jobs
    .command('run <name>')
    .description('Run a scheduled job now')
    .action(async (name: string) => {
      console.log(await inHouse((app) => runNow(app, name)));
    });
  jobs
    .command('rehearse <count>')
    .description('Queue jobs that change nothing, to see how many a second the workers carry out')
    .action(async (count: string) => {
      await inHouse((app) => rehearseMany(app, Number(count)));
      console.log(`${count} queued.`);
    });
}

function list(app: INestApplicationContext, { state, limit }: { state?: string; limit: number }): Promise<Line[]> {
  return app.get(Sql).house<Line>(
    `SELECT id, name, state, attempt, attempts, created_at AS createdAt, error_code AS errorCode FROM job
     WHERE (? IS NULL OR state = ?) ORDER BY created_at DESC LIMIT ?`,
    [state ?? null, state ?? null, Math.min(1000, Math.max(1, Math.trunc(limit) || 50))],
  );
}

const wordsOf = ({ id, name, state, attempt, attempts, createdAt, errorCode }: Line): string =>
  `${id}  ${createdAt.slice(0, 19)}  ${state.padEnd(9)}  ${attempt}/${attempts}  ${name}${errorCode ? `  ${errorCode}` : ''}`;

async function runNow(app: INestApplicationContext, name: string): Promise<string> {
  if (!jobCalled(name)?.schedule) throw new NotFound('schedule');
  const { id, fresh } = await app.get(Scheduler).queue(name);
  return fresh ? `Queued as ${id}.` : `It waits or runs already as ${id}.`;
}

async function rehearseMany(app: INestApplicationContext, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await app.get(Jobs).enqueue(rehearse, { number });
}
