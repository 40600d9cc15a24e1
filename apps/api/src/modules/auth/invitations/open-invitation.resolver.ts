import { Args, Query, Resolver } from '@nestjs/graphql';
import { present } from '@st0r/dto';
import { Authorize } from '../../../platform/authorize';
import { OpenInvitationDto } from './open-invitation.dto';
import { OpenInvitations } from './open-invitations';

/** The same over GraphQL, read only; the guard reads `org`. */
@Resolver(() => OpenInvitationDto)
export class OpenInvitationResolver {
  constructor(private readonly open: OpenInvitations) {}

  @Query(() => [OpenInvitationDto], { name: 'invitations' })
  @Authorize('member.manage')
  async invitations(
    @Args('org', { type: () => String, nullable: true }) _org: string | null,
  ): Promise<OpenInvitationDto[]> {
    return (await this.open.list()).map((one) => present(OpenInvitationDto, one));
  }
}
