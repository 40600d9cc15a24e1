import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { ListInput } from '@st0r/list-query';
import { Authorize } from '../../../platform/authorize';
import { asConnection, connectionType } from '../../../platform/graphql/connection';
import { filterInput } from '../../../platform/graphql/filter-input';
import { RecordId, readListInput } from '../../../platform/http';
import { EventDto } from './event.dto';
import { eventList } from './event.list';
import { EventService } from './event.service';

const EventConnection = connectionType('Event', EventDto);
const EventFilter = filterInput('Event', eventList);

/** Events over GraphQL: read only, as everywhere. */
@Resolver(() => EventDto)
export class EventResolver {
  constructor(private readonly service: EventService) {}

  @Query(() => EventConnection, { name: 'events' })
  @Authorize('audit.read')
  async list(
    @Args('org', { type: () => String, nullable: true }) _org: unknown,
    @Args('filter', { type: () => EventFilter, nullable: true }) filter: ListInput['filter'],
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('last', { type: () => Int, nullable: true }) last: number | null,
    @Args('before', { type: () => String, nullable: true }) before: string | null,
    @Args('q', { type: () => String, nullable: true }) q: string | null,
    @Args('total', { type: () => Boolean, nullable: true }) total: boolean | null,
  ): Promise<unknown> {
    const input = { filter, first, after, last, before, q, total };
    return asConnection(await this.service.list(readListInput(eventList.shape, input)));
  }

  @Query(() => EventDto, { name: 'event' })
  @Authorize('audit.read')
  get(@Args('id', { type: () => ID }, RecordId) id: string): Promise<EventDto> {
    return this.service.get(id);
  }
}
