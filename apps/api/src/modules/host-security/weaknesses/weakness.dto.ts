import { Choice, Dto, Id, InputDto, Int, Json, Moment, Text } from '@st0r/dto';
import { KINDS, SEVERITIES, SOURCES, type Kind, type Severity, type Source } from '../reports/report';
import { DECISIONS, WEAKNESS_STATES, type Decision, type WeaknessState } from './weakness-state';

/** Something a source says against a package here. */
@Dto('Weakness')
export class WeaknessDto {
  @Id()
  id: string;

  @Choice('InspectionSource', SOURCES)
  source: Source;

  @Text({ max: 255, description: 'The machine, or the project.' })
  subject: string;

  @Choice('WeaknessKind', KINDS)
  kind: Kind;

  @Choice('WeaknessSeverity', SEVERITIES, { description: 'unrated: the source does not say.' })
  severity: Severity;

  @Text({ max: 200 })
  package: string;

  @Text({ max: 200, optional: true, description: 'As installed; of npm the versions that are affected.' })
  installed: string | null;

  @Text({ max: 200, optional: true })
  fixedIn: string | null;

  @Text({ max: 200, optional: true, description: 'What the source calls it: an advisory, a CVE, an architecture.' })
  reference: string | null;

  @Text({ max: 300 })
  title: string;

  @Text({ max: 500, optional: true })
  url: string | null;

  @Moment()
  firstSeenAt: Date;

  @Moment()
  lastSeenAt: Date;

  @Moment({ optional: true, description: 'Since when it is seen no more.' })
  goneAt: Date | null;

  @Choice('WeaknessState', WEAKNESS_STATES, { description: 'A decision that has ended leaves it open again.' })
  state: WeaknessState;

  @Choice('WeaknessDecision', DECISIONS, { optional: true })
  decision: Decision | null;

  @Text({ max: 500, optional: true })
  reason: string | null;

  @Moment({ optional: true, description: 'Until when the decision counts.' })
  decidedUntil: Date | null;

  @Moment({ optional: true })
  decidedAt: Date | null;

  @Text({ max: 255, optional: true, description: 'Who decided.' })
  decidedName: string | null;

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

/** That a weakness is borne, or does not concern us, and until when. */
@InputDto('WeaknessDecide')
export class WeaknessDecideDto {
  @Choice('WeaknessDecision', DECISIONS, {
    description: 'accepted: it is true and borne. ignored: it does not concern us.',
  })
  decision: Decision;

  @Text({ min: 5, max: 500, description: 'Why; whoever comes later has nothing else to go by.' })
  reason: string;

  @Moment({ description: 'When it is open again by itself; within a year.' })
  until: Date;
}
