import { Choice, Dto, Flag, Id, Int, Json, ListOf, Moment, Part, Text } from '@st0r/dto';
import { JOB_STATES } from '../../platform/jobs';
import { PageFactsDto } from '../../platform/resource';

/** How far a job has come. */
@Dto('JobProgress')
export class JobProgressDto {
  @Int({ max: Number.MAX_SAFE_INTEGER })
  done: number;

  @Int({ optional: true, max: Number.MAX_SAFE_INTEGER, description: 'Null while nobody knows.' })
  total: number | null;

  @Text({ max: 40, optional: true, description: 'What is counted: rows, hosts.' })
  unit: string | null;

  @Text({ max: 255, optional: true })
  message: string | null;
}

/** Something that went wrong in a job. */
@Dto('JobProblem')
export class JobProblemDto {
  @Text({ max: 500, min: 0, description: 'JSON pointer into what was asked for.' })
  pointer: string;

  @Text({ max: 100 })
  code: string;

  @Text({ max: 1000 })
  detail: string;
}

/** Work that runs after the answer has left. */
@Dto('Job')
export class JobDto {
  @Id()
  id: string;

  @Text({ max: 60, description: 'What kind: asset.import.' })
  name: string;

  @Text({ max: 120, description: 'The same in words.' })
  title: string;

  @Text({ max: 255, optional: true, description: 'What it is about, such as the name of a file; yours only.' })
  subject: string | null;

  @Choice('JobState', JOB_STATES, { description: 'A failed job is a dead letter: nobody tries it again by itself.' })
  state: string;

  @Text({ max: 255 })
  askedBy: string;

  @Id({ optional: true, description: 'The one organisation it may touch.' })
  organisationId: string | null;

  @Part(() => JobProgressDto, { optional: true })
  progress: JobProgressDto | null;

  @Json({ optional: true, description: 'What it did, once it is done; yours only.' })
  result: object | null;

  @ListOf(() => JobProblemDto, { maxItems: 1000 })
  problems: JobProblemDto[];

  @Text({ max: 80, optional: true, description: 'Why the last attempt failed.' })
  errorCode: string | null;

  @Text({ max: 1000, optional: true })
  errorDetail: string | null;

  @Int({ description: 'Runs so far.' })
  attempt: number;

  @Int({ description: 'Runs in all before it is given up.' })
  attempts: number;

  @Flag()
  cancellable: boolean;

  @Json({ description: 'What you may do with it.' })
  can: Record<string, boolean>;

  @Moment()
  createdAt: Date;

  @Moment({ description: 'Not before then.' })
  dueAt: Date;

  @Moment({ optional: true, description: 'When its last attempt began.' })
  startedAt: Date | null;

  @Moment({ optional: true })
  finishedAt: Date | null;

  @Moment({ optional: true, description: 'When it is forgotten.' })
  expiresAt: Date | null;

  @Moment()
  changedAt: Date;
}

/** A page of jobs. */
@Dto('JobPage')
export class JobPageDto {
  @ListOf(() => JobDto)
  data: JobDto[];

  @Part(() => PageFactsDto)
  page: PageFactsDto;
}
