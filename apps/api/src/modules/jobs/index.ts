export { JobAnswers } from './job-answers';
export { JobDto } from './job.dto';
export { JobService } from './job.service';
export { JobsModule } from './jobs.module';
export { ScheduleService } from './schedule.service';
