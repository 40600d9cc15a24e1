import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Authorize } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { ScanProposalPageDto } from './scan-proposal.dto';
import { readProposalQuery } from './scan-proposal.query';
import { ScanProposalService } from './scan-proposal.service';

/** Proposals for integrators; uploading and accepting are REST only. */
@Resolver()
export class ScanProposalResolver {
  constructor(private readonly proposed: ScanProposalService) {}

  @Query(() => ScanProposalPageDto, { name: 'scanProposals' })
  @Authorize('network.read')
  proposals(
    @Args('id', { type: () => ID }, RecordId) id: string,
    @Args('kinds', { type: () => [String], nullable: true }) kinds?: string[],
    @Args('first', { type: () => Int, nullable: true }) limit?: number,
    @Args('after', { type: () => String, nullable: true }) cursor?: string,
  ): Promise<ScanProposalPageDto> {
    return this.proposed.page(
      id,
      readProposalQuery({ kind: kinds?.join(','), limit: limit ?? undefined, cursor: cursor ?? undefined }),
    );
  }
}
