import { Dto, Id, InputDto, Int, ListOf, Moment, Text } from '@st0r/dto';

/** Days events are kept: a law somewhere asks for the least, and the page for a number. */
export const RETENTION_DAYS = { least: 90, usual: 400, most: 36_500 } as const;

/** Events that must stay although their time is over. */
@InputDto('LegalHold')
export class LegalHoldDto {
  @Id({ optional: true, description: 'Organisation whose events stay; null for all of them.' })
  organisationId: string | null;

  @Text({ max: 200, description: 'Why, for whoever wants to end it: a case number, who asked.' })
  reason: string;
}

/** What may be changed about keeping events. */
@InputDto('RetentionChange')
export class RetentionChangeDto {
  @Int({
    min: RETENTION_DAYS.least,
    max: RETENTION_DAYS.most,
    optional: true,
    description: 'Days every event is kept; 400 unless changed, never below 90.',
  })
  days?: number | null;

  @ListOf(() => LegalHoldDto, { optional: true })
  holds?: LegalHoldDto[] | null;
}

/** How long events are kept, what is held, and what is gone. */
@Dto('Retention')
export class RetentionDto {
  @Int()
  days: number;

  @ListOf(() => LegalHoldDto)
  holds: LegalHoldDto[];

  @Int({ description: 'How often old events were removed.' })
  epochs: number;

  @Int({ description: 'How many events were removed in all; the chain goes on from there.' })
  removed: number;

  @Moment({ optional: true })
  removedAt: string | null;
}
