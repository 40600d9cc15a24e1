import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Moment, Text } from '@st0r/dto';
import { JOB_STATES } from '../../platform/jobs';

/** The times at which the house gives itself one job, and how the last runs went. */
@Dto('Schedule')
export class ScheduleDto {
  @Text({ max: 60 })
  name: string;

  @Text({ max: 120 })
  title: string;

  @Text({ max: 120, description: 'Minute, hour, day of the month, month, day of the week.' })
  cron: string;

  @Text({ max: 60 })
  timeZone: string;

  @Flag({ description: 'An administrator chose this time; otherwise it is the one of the release.' })
  chosen: boolean;

  @Flag()
  paused: boolean;

  @Moment()
  nextAt: Date;

  @Moment({ optional: true, description: 'When the last run began.' })
  lastStartedAt: Date | null;

  @Int({ optional: true, description: 'How long it took.' })
  lastMilliseconds: number | null;

  @Choice('JobState', JOB_STATES, { optional: true })
  lastState: string | null;

  @Id({ optional: true })
  lastJobId: string | null;

  @Text({ max: 80, optional: true, description: 'Why it failed.' })
  lastErrorCode: string | null;

  @Text({ max: 1000, optional: true })
  lastErrorDetail: string | null;
}

/** Every schedule; there are as many as the release knows. */
@Dto('ScheduleList')
export class ScheduleListDto {
  @ListOf(() => ScheduleDto)
  data: ScheduleDto[];
}

/** Pauses a schedule or chooses another time; null goes back to the time of the release. */
@InputDto('ScheduleUpdate')
export class ScheduleUpdateDto {
  @Flag({ optional: true })
  paused?: boolean | null;

  @Text({ max: 120, optional: true })
  cron?: string | null;

  @Text({ max: 60, optional: true })
  timeZone?: string | null;
}
