import { Choice, Dto, Id, InputDto, Int, Flag, Json, ListOf, Moment, Part, Text } from '@st0r/dto';
import { EVENT_CATEGORIES } from '../../../platform/events';
import { PageFactsDto } from '../../../platform/resource';

export const OUTCOMES = ['success', 'failure'] as const;
export const BUCKETS = ['hour', 'day'] as const;

/** What happened, as it was written at that moment; nothing in it ever changes. */
@Dto('Event')
export class EventDto {
  @Id()
  id: string;

  @Text({ max: 20, description: 'Number the database gave; the verifier names rows by it.' })
  number: string;

  @Moment({ description: 'When the database wrote it.' })
  occurredAt: string;

  @Choice('EventCategory', EVENT_CATEGORIES)
  category: string;

  @Text({ max: 80, description: 'noun.past, e.g. asset.updated.' })
  action: string;

  @Choice('EventOutcome', OUTCOMES)
  outcome: string;

  @Text({ max: 12 })
  actorType: string;

  @Id({ optional: true })
  actorId: string | null;

  @Text({ max: 255, optional: true })
  actorName: string | null;

  @Id({ optional: true })
  organisationId: string | null;

  @Text({ max: 40, optional: true })
  targetType: string | null;

  @Id({ optional: true })
  targetId: string | null;

  @Text({ max: 255, optional: true })
  targetLabel: string | null;

  @Text({ max: 45, optional: true })
  ip: string | null;

  @Text({ max: 255, optional: true })
  userAgent: string | null;

  @Text({ max: 64 })
  requestId: string;

  @Json({ optional: true, description: 'Field to {from, to}, or "changed" where the value is secret.' })
  changes: Record<string, unknown> | null;

  @Json({ optional: true })
  details: Record<string, unknown> | null;
}

/** One page of events, newest first. */
@Dto('EventPage')
export class EventPageDto {
  @ListOf(() => EventDto)
  data: EventDto[];

  @Part(() => PageFactsDto)
  page: PageFactsDto;
}

/** One bar of the chart. */
@Dto('EventBar')
export class EventBarDto {
  @Moment()
  at: string;

  @Int()
  total: number;

  @Json({ description: 'Category to number of events; categories without any are left out.' })
  counts: Record<string, number>;
}

/** Events over time, stacked by category. */
@Dto('EventChart')
export class EventChartDto {
  @Moment()
  from: string;

  @Moment()
  to: string;

  @Choice('EventBucket', BUCKETS)
  bucket: string;

  @ListOf(() => EventBarDto)
  bars: EventBarDto[];
}

/** What the page button may ask to verify. */
@InputDto('VerifyRequest')
export class VerifyRequestDto {
  @Int({ min: 1, max: 50_000, optional: true, description: 'The last so many sealed events; 10,000 unless told.' })
  last?: number | null;
}

/** Where the log is not as it was written. */
@Dto('BadEvent')
export class BadEventDto {
  @Int({ optional: true, description: 'Number in the chain.' })
  seq: number | null;

  @Text({ max: 20, optional: true, description: 'Number of the event.' })
  number: string | null;

  @Text({ max: 500 })
  reason: string;
}

/** The result of a verification. */
@Dto('VerifyResult')
export class VerifyResultDto {
  @Flag()
  ok: boolean;

  @Int({
    description: '0 as written, 1 tampered with, 2 not everything could be checked, 3 another history than signed.',
  })
  exitCode: number;

  @Part(() => BadEventDto, { optional: true })
  firstBad: BadEventDto | null;

  @Int({ description: 'Sealed events checked.' })
  sealed: number;

  @Int({ description: 'Events that wait for their seal, checked as well.' })
  unsealed: number;

  @Text({ max: 500, list: true, description: 'Triggers and rights that are not as they should be.' })
  drift: string[];

  @Text({ max: 500, list: true, description: 'What could not be checked from here.' })
  notes: string[];

  @Int()
  milliseconds: number;
}
