import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { ListInput } from '@st0r/list-query';
import { Authorize } from '../../../platform/authorize';
import { asConnection, connectionType } from '../../../platform/graphql/connection';
import { filterInput } from '../../../platform/graphql/filter-input';
import { readListInput } from '../../../platform/http';
import { ApiRequestDto } from './api-request.dto';
import { apiRequestList } from './api-request.list';
import { ApiRequestService } from './api-request.service';

const ApiRequestConnection = connectionType('ApiRequest', ApiRequestDto);
const ApiRequestFilter = filterInput('ApiRequest', apiRequestList);

/** Requests of keys over GraphQL: read only, as everywhere. */
@Resolver(() => ApiRequestDto)
export class ApiRequestResolver {
  constructor(private readonly service: ApiRequestService) {}

  @Query(() => ApiRequestConnection, { name: 'apiRequests' })
  @Authorize('apikey.manage')
  async list(
    @Args('org', { type: () => String, nullable: true }) _org: unknown,
    @Args('filter', { type: () => ApiRequestFilter, nullable: true }) filter: ListInput['filter'],
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('last', { type: () => Int, nullable: true }) last: number | null,
    @Args('before', { type: () => String, nullable: true }) before: string | null,
    @Args('total', { type: () => Boolean, nullable: true }) total: boolean | null,
  ): Promise<unknown> {
    const input = { filter, first, after, last, before, total };
    return asConnection(await this.service.list(readListInput(apiRequestList.shape, input)));
  }
}
