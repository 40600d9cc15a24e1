import { Choice, Dto, Id, Int, Json, ListOf, Moment, Part, Text } from '@st0r/dto';
import { PageFactsDto } from '../../../platform/resource';

export const USAGE_BUCKETS = ['hour', 'day'] as const;

/** One request of a key. */
@Dto('ApiRequest')
export class ApiRequestDto {
  @Id()
  id: string;

  @Moment()
  occurredAt: string;

  @Id()
  organisationId: string;

  @Id()
  keyId: string;

  @Text({ max: 120, optional: true })
  keyName: string | null;

  @Text({ max: 8 })
  method: string;

  @Text({ max: 160, description: 'The template of the address, e.g. /api/v1/assets/:id.' })
  endpoint: string;

  @Int()
  status: number;

  @Int({ description: 'Size of the answer.' })
  bytes: number;

  @Int()
  milliseconds: number;

  @Text({ max: 45, optional: true })
  ip: string | null;

  @Text({ max: 64 })
  requestId: string;
}

/** One page of requests, newest first. */
@Dto('ApiRequestPage')
export class ApiRequestPageDto {
  @ListOf(() => ApiRequestDto)
  data: ApiRequestDto[];

  @Part(() => PageFactsDto)
  page: PageFactsDto;
}

/** One bar of the chart. */
@Dto('ApiUsageBar')
export class ApiUsageBarDto {
  @Moment()
  at: string;

  @Int()
  total: number;

  @Json({ description: 'served, refused, limited or failed to a number of requests; those without any are left out.' })
  counts: Record<string, number>;
}

/** What one route was asked. */
@Dto('ApiUsageEndpoint')
export class ApiUsageEndpointDto {
  @Text({ max: 8 })
  method: string;

  @Text({ max: 160 })
  endpoint: string;

  @Int()
  requests: number;

  @Int({ description: 'Those that were not served.' })
  refused: number;

  @Int()
  bytes: number;

  @Int({ description: 'On average.' })
  milliseconds: number;
}

/** Use of keys over time, from sums by the hour. */
@Dto('ApiUsage')
export class ApiUsageDto {
  @Moment()
  from: string;

  @Moment()
  to: string;

  @Choice('ApiUsageBucket', USAGE_BUCKETS)
  bucket: string;

  @ListOf(() => ApiUsageBarDto, { maxItems: 400 })
  bars: ApiUsageBarDto[];

  @ListOf(() => ApiUsageEndpointDto, { maxItems: 100, description: 'The busiest first.' })
  endpoints: ApiUsageEndpointDto[];
}
