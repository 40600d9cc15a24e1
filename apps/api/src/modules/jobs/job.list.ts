import { JOB_STATES, JobEntity } from '../../platform/jobs';
import { defineList, nameList } from '../../platform/list';

/** Jobs, newest first. */
export const jobList = defineList({
  entity: JobEntity,
  fields: {
    createdAt: { kind: 'moment', sort: true },
    state: { kind: 'choice', choices: JOB_STATES },
    name: { kind: 'text', operators: ['eq', 'in', 'startsWith'] },
    askedBy: { kind: 'text', column: 'actor_name', operators: ['eq', 'contains', 'startsWith'] },
    askedById: { kind: 'id', column: 'actor_id', operators: ['eq'] },
    dueAt: { kind: 'moment' },
    finishedAt: { kind: 'moment' },
    errorCode: { kind: 'text', operators: ['eq', 'startsWith', 'null'] },
  },
  search: ['name', 'actor_name'],
  defaultSort: '-createdAt',
});
nameList('jobs', jobList);
nameList('platform-jobs', jobList);

/** Columns a job's answer is made of. */
export const JOB_PROPERTIES = [
  'id',
  'name',
  'subject',
  'state',
  'actorId',
  'actorName',
  'actsIn',
  'progressDone',
  'progressTotal',
  'progressUnit',
  'progressMessage',
  'result',
  'problems',
  'errorCode',
  'errorDetail',
  'attempt',
  'attempts',
  'createdAt',
  'dueAt',
  'startedAt',
  'finishedAt',
  'expiresAt',
  'changedAt',
] as const;
