import { Choice, Dto, Int, Json, ListOf, Moment, Text } from '@st0r/dto';
import { BUCKETS } from './event.dto';

/** One bar of the chart. */
@Dto('SecurityBar')
export class SecurityBarDto {
  @Moment()
  at: string;

  @Int()
  total: number;

  @Json({ description: 'Kind to number of events; kinds without any are left out.' })
  counts: Record<string, number>;
}

/** Addresses the perimeter refused, by what decided. */
@Dto('SecurityRefusals')
export class SecurityRefusalsDto {
  @Text({ max: 20, description: 'ISO 3166 code of the country that decided; otherwise what decided, e.g. rule.' })
  label: string;

  @Int()
  total: number;
}

/** What happened at the edges of the installation over time. */
@Dto('SecurityChart')
export class SecurityChartDto {
  @Moment()
  from: string;

  @Moment()
  to: string;

  @Choice('EventBucket', BUCKETS)
  bucket: string;

  @ListOf(() => SecurityBarDto)
  bars: SecurityBarDto[];

  @ListOf(() => SecurityRefusalsDto, { description: 'The most frequent first, at most twenty.' })
  refusals: SecurityRefusalsDto[];

  @Int({
    description:
      'Seconds the oldest event has waited that is not counted yet; far more than a few when the worker stands still.',
  })
  behindSeconds: number;
}
