import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { ListInput } from '@st0r/list-query';
import { SignedIn } from '../../platform/authorize';
import { asConnection, connectionType } from '../../platform/graphql/connection';
import { filterInput } from '../../platform/graphql/filter-input';
import { RecordId, readListInput } from '../../platform/http';
import { JobDto } from './job.dto';
import { jobList } from './job.list';
import { JobService } from './job.service';

const JobConnection = connectionType('Job', JobDto);
const JobFilter = filterInput('Job', jobList);
const OWN = 'a person’s own jobs';

/** One's own jobs over GraphQL: read only. */
@Resolver(() => JobDto)
export class JobResolver {
  constructor(private readonly jobs: JobService) {}

  @Query(() => JobConnection, { name: 'jobs' })
  @SignedIn(OWN)
  async list(
    @Args('filter', { type: () => JobFilter, nullable: true }) filter: ListInput['filter'],
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('q', { type: () => String, nullable: true }) q: string | null,
    @Args('total', { type: () => Boolean, nullable: true }) total: boolean | null,
  ): Promise<unknown> {
    return asConnection(await this.jobs.own(readListInput(jobList.shape, { filter, first, after, q, total })));
  }

  @Query(() => JobDto, { name: 'job' })
  @SignedIn(OWN)
  get(@Args('id', { type: () => ID }, RecordId) id: string): Promise<JobDto> {
    return this.jobs.get(id);
  }
}
