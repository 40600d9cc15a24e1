import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Text } from '@st0r/dto';

/** The most records one bulk act touches. */
export const MOST_AT_ONCE = 1000;
export const BULK_OUTCOMES = ['changed', 'unchanged', 'refused'] as const;

/** Which records: the named ones, or those a list query finds. */
@InputDto('BulkSelection')
export class BulkSelectionDto {
  @Id({ list: true, maxItems: MOST_AT_ONCE, optional: true })
  ids?: string[] | null;

  @Text({ max: 4000, min: 0, optional: true, description: 'Query string of the list, e.g. status=active&type=laptop.' })
  filter?: string | null;

  @Flag({ optional: true, description: 'Only say what would happen.' })
  dryRun?: boolean | null;

  @Text({ max: 100, optional: true, description: 'Of the dry run; a filter needs it.' })
  previewToken?: string | null;
}

/** What became of one record. */
@Dto('BulkItem')
export class BulkItemDto {
  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Choice('BulkOutcome', BULK_OUTCOMES)
  outcome: (typeof BULK_OUTCOMES)[number];

  @Text({ max: 1000, optional: true, description: 'Why it was refused.' })
  refused: string | null;
}

/** What became of the chosen records. */
@Dto('BulkResult')
export class BulkResultDto {
  @Flag()
  dryRun: boolean;

  @Int()
  changed: number;

  @Int()
  unchanged: number;

  @Int()
  refused: number;

  @Text({ max: 100, description: 'Send it back to run exactly this.' })
  previewToken: string;

  @ListOf(() => BulkItemDto, { maxItems: MOST_AT_ONCE })
  items: BulkItemDto[];
}
