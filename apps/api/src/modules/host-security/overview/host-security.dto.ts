import { Choice, Dto, Flag, Id, Int, ListOf, Moment, Part, Text } from '@st0r/dto';
import { InspectionDto } from '../inspections/inspection.dto';
import { SOURCES, type Source } from '../reports/report';

/** Unknown is what nobody looked at lately; it is never taken for clean. */
export const SECURITY_STATES = ['affected', 'unknown', 'clean'] as const;
export type SecurityState = (typeof SECURITY_STATES)[number];

/** How many there are of each severity. */
@Dto('WeaknessCounts')
export class WeaknessCountsDto {
  @Int()
  critical: number;

  @Int()
  high: number;

  @Int()
  medium: number;

  @Int()
  low: number;

  @Int()
  unrated: number;
}

/** A machine or project as its newest inspection and today's decisions leave it. */
@Dto('InspectedSubject')
export class InspectedSubjectDto {
  @Choice('InspectionSource', SOURCES)
  source: Source;

  @Text({ max: 255 })
  subject: string;

  @Choice('HostSecurityState', SECURITY_STATES)
  state: SecurityState;

  @Text({ max: 600, optional: true, description: 'Why it is unknown.' })
  because: string | null;

  @Moment({ description: 'When it was last looked at.' })
  takenAt: string;

  @Moment({ optional: true, description: 'When the source itself was last told what is new.' })
  knownAt: string | null;

  @Int({ optional: true })
  packages: number | null;

  @Int({ optional: true })
  updates: number | null;

  @Part(() => WeaknessCountsDto, { description: 'Those nobody has decided about.' })
  open: WeaknessCountsDto;

  @Int({ description: 'Those somebody accepted or ignored.' })
  decided: number;
}

/** What was known at the end of a day. */
@Dto('WeaknessDay')
export class WeaknessDayDto {
  @Moment()
  at: string;

  @Flag({ description: 'Somebody had looked by then. Otherwise the counts say nothing.' })
  known: boolean;

  @Part(() => WeaknessCountsDto, { description: 'As seen, decided about or not.' })
  seen: WeaknessCountsDto;

  @Int({ description: 'Updates that waited, security or not.' })
  updates: number;
}

/** How the machine and the product are, as far as anybody looked. */
@Dto('HostSecurity')
export class HostSecurityDto {
  @Choice('HostSecurityState', SECURITY_STATES)
  state: SecurityState;

  @Text({ max: 20, list: true, description: 'What nobody ever looked at: machine, product.' })
  missing: string[];

  @Part(() => WeaknessCountsDto)
  open: WeaknessCountsDto;

  @ListOf(() => InspectedSubjectDto, { maxItems: 1000 })
  subjects: InspectedSubjectDto[];

  @ListOf(() => WeaknessDayDto, { description: 'The last 30 days, the newest last.' })
  days: WeaknessDayDto[];

  @Flag({ description: 'An inspection waits for a worker or is under way.' })
  looking: boolean;

  @Moment({ optional: true, description: 'When the worker looks again by itself.' })
  nextAt: string | null;
}

/** An inspection that begins as soon as a worker is free. */
@Dto('InspectionRequest')
export class InspectionRequestDto {
  @Id({ description: 'The job that looks.' })
  jobId: string;
}

/** What a report left behind: one inspection for each project in it. */
@Dto('ReportResult')
export class ReportResultDto {
  @ListOf(() => InspectionDto)
  inspections: InspectionDto[];
}
