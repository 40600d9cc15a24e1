import { Choice, Dto, Id, Int, Json, Moment, Text } from '@st0r/dto';
import { SOURCES, type Source } from '../reports/report';

/** One look at the packages of a machine or project, by one source. */
@Dto('Inspection')
export class InspectionDto {
  @Id()
  id: string;

  @Choice('InspectionSource', SOURCES)
  source: Source;

  @Text({ max: 255, description: 'The machine, or the project.' })
  subject: string;

  @Moment()
  takenAt: Date;

  @Moment({ optional: true, description: 'When the source itself was last told what is new.' })
  knownAt: Date | null;

  @Int({ optional: true, description: 'How many packages were looked at.' })
  packages: number | null;

  @Int({ optional: true, description: 'Updates that wait, security or not.' })
  updates: number | null;

  @Int()
  critical: number;

  @Int()
  high: number;

  @Int()
  medium: number;

  @Int()
  low: number;

  @Int({ description: 'The source does not say how bad these are.' })
  unrated: number;

  @Int({ description: 'Not seen by the inspection before.' })
  appeared: number;

  @Int({ description: 'Seen by the inspection before, and no more.' })
  vanished: number;

  @Text({ max: 500, optional: true, description: 'Why it could not look. Then its counts say nothing.' })
  problem: string | null;

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: Date;

  @Moment()
  updatedAt: Date;

  @Moment({ optional: true })
  archivedAt: Date | null;
}
