export { ACTOR_READER, type ActorReader } from './job-actors';
export {
  declaredJobs,
  defineJob,
  jobCalled,
  type CronTime,
  type JobDefinition,
  type JobOptions,
} from './job-definition';
export { JobControl } from './job-control';
export { JobFiles } from './job-files';
export { HandlesJob, type JobHandler } from './job-handler';
export { NoInput } from './forget-jobs';
export { rehearse } from './rehearsal';
export { JobRun, type Progress } from './job-run';
export { JobEntity, JOB_STATES, PACES, type JobState } from './job.entity';
export { JobDriver } from './drivers/job-driver';
export { JobWorker } from './job-worker';
export { JobWait } from './job-wait';
export { JobWatch, type JobChange } from './job-watch';
export { Jobs, type QueueOptions, type QueuedJob } from './jobs';
export { Scheduler, nextTime } from './scheduler';
