import { Dto, Flag, Id, InputDto, Int, Json, ListOf, Moment, PartialDto, Text } from '@st0r/dto';

const COLUMN = /^[A-Za-z][\w.-]{0,79}$/;

/** One column of a view, in its place. */
@Dto('ViewColumn')
export class ViewColumnDto {
  @Text({ max: 80 })
  id: string;

  @Int({ optional: true, description: 'CSS pixels; as wide as its content when left out.' })
  width: number | null;

  @Flag({ optional: true, description: 'Stays in sight while the others scroll.' })
  pinned: boolean | null;
}

/** A list as somebody wants to see it again. */
@Dto('View')
export class ViewDto {
  @Id()
  id: string;

  @Text({ max: 60, description: 'Path of the list, e.g. assets.' })
  list: string;

  @Text({ max: 80 })
  name: string;

  @Text({ max: 4000, min: 0, description: 'Query string of the list: filters, order, search.' })
  query: string;

  @ListOf(() => ViewColumnDto, { optional: true, maxItems: 60, description: 'Shown columns in order; null is usual.' })
  columns: ViewColumnDto[] | null;

  @Text({ max: 60, optional: true, description: 'Column whose equal values stand together.' })
  groupBy: string | null;

  @Flag({ description: 'Seen by the team: of its organisation, or of every one.' })
  shared: boolean;

  @Flag({ description: 'Opens first, where nothing else was asked for.' })
  standard: boolean;

  @Id({ optional: true, description: 'The organisation whose team shares it; null is every team.' })
  organisationId: string | null;

  @Id()
  userId: string;

  @Text({ max: 120, optional: true, description: 'Who saved it.' })
  userName: string | null;

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** One column of a view to be kept. */
@InputDto('ViewColumn')
export class ViewColumnInputDto {
  @Text({ max: 80, pattern: COLUMN })
  id: string;

  @Int({ optional: true, min: 40, max: 2000 })
  width?: number | null;

  @Flag({ optional: true })
  pinned?: boolean | null;
}

/** A new view. */
@InputDto('ViewCreate')
export class ViewCreateDto {
  @Text({ max: 60 })
  list: string;

  @Text({ max: 80 })
  name: string;

  @Text({ max: 4000, min: 0, optional: true })
  query?: string | null;

  @ListOf(() => ViewColumnInputDto, { optional: true, maxItems: 60 })
  columns?: ViewColumnInputDto[] | null;

  @Text({ max: 60, optional: true, pattern: COLUMN })
  groupBy?: string | null;

  @Flag({ optional: true })
  shared?: boolean | null;

  @Flag({ optional: true })
  standard?: boolean | null;

  @Id({ optional: true })
  organisationId?: string | null;
}

/** A change of a view; the list it is of stays. */
@InputDto('ViewUpdate')
export class ViewUpdateDto extends PartialDto(ViewCreateDto, ['list']) {}
