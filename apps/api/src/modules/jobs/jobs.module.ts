import { Module } from '@nestjs/common';
import { JobAnswers } from './job-answers';
import { JobController } from './job.controller';
import { JobResolver } from './job.resolver';
import { JobService } from './job.service';
import { JobStreams } from './job-streams';
import { ScheduleController } from './schedule.controller';
import { ScheduleService } from './schedule.service';

@Module({
  controllers: [JobController, ScheduleController],
  providers: [JobService, JobResolver, JobStreams, JobAnswers, ScheduleService],
  exports: [JobAnswers, JobService, ScheduleService],
})
export class JobsModule {}
