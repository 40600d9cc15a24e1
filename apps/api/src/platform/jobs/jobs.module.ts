import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SETTINGS_TOKEN, type Settings } from '../config';
import { UnitOfWork } from '../database';
import { Log } from '../http/log';
import { JobDriver } from './drivers/job-driver';
import { MariaDbDriver } from './drivers/mariadb.driver';
import { ForgetJobs } from './forget-jobs';
import { JobActors } from './job-actors';
import { JobClaims } from './job-claims';
import { JobControl } from './job-control';
import { JobFiles } from './job-files';
import { JobHandlers } from './job-handler';
import { JobOutcome } from './job-outcome';
import { JobParts, JobRunner } from './job-runner';
import { JobSeal } from './job-seal';
import { JobWait } from './job-wait';
import { JobWatch } from './job-watch';
import { JobWorker } from './job-worker';
import { Jobs } from './jobs';
import './migrations';
import { Rehearsal } from './rehearsal';
import { Scheduler } from './scheduler';

const driver = {
  provide: JobDriver,
  inject: [SETTINGS_TOKEN, JobClaims, UnitOfWork, Log],
  async useFactory({ REDIS_URL }: Settings, claims: JobClaims, ...[work, log]: [UnitOfWork, Log]): Promise<JobDriver> {
    if (!REDIS_URL) return new MariaDbDriver(claims, log);
    const { BullMqDriver } = await import('./drivers/bullmq.driver');
    return new BullMqDriver({ url: REDIS_URL, claims, work, log });
  },
};

/** The jobs port of the house; which driver stands behind it is one setting. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    driver,
    JobClaims,
    JobSeal,
    Jobs,
    JobHandlers,
    JobActors,
    JobParts,
    JobOutcome,
    JobRunner,
    Scheduler,
    JobWorker,
    JobControl,
    JobFiles,
    JobWait,
    JobWatch,
    ForgetJobs,
    Rehearsal,
  ],
  exports: [JobFiles, JobDriver, JobControl, JobWait, JobWatch, Jobs, JobClaims, JobHandlers, JobWorker, Scheduler],
})
export class JobsHouse implements OnApplicationShutdown {
  constructor(@Inject(JobDriver) private readonly jobDriver: JobDriver) {}

  async onApplicationShutdown(): Promise<void> {
    await this.jobDriver.close();
  }
}
