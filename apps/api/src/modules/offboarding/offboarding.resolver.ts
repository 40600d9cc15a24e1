import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { present } from '@st0r/dto';
import { Authorize, AuthorizePlatform } from '../../platform/authorize';
import { RecordId } from '../../platform/http';
import { OffboardingDto, SeenSecretDto } from './offboarding.dto';
import { Offboardings } from './offboarding.service';
import { RotationList } from './rotation-list';

const WHY = 'accounts belong to the installation';

/** What an off-boarding would end and which secrets to change after it, over GraphQL: read only. */
@Resolver(() => OffboardingDto)
export class OffboardingResolver {
  constructor(
    private readonly offboardings: Offboardings,
    private readonly list: RotationList,
  ) {}

  @Query(() => OffboardingDto, { name: 'offboarding' })
  @AuthorizePlatform(WHY)
  async look(@Args('id', { type: () => ID }, RecordId) id: string): Promise<OffboardingDto> {
    return present(OffboardingDto, await this.offboardings.look(id));
  }

  @Query(() => [SeenSecretDto], { name: 'rotationList' })
  @AuthorizePlatform(WHY)
  async named(@Args('id', { type: () => ID }, RecordId) id: string): Promise<SeenSecretDto[]> {
    return (await this.list.named(id)).map((row) => present(SeenSecretDto, row));
  }

  /** The guard reads `org`. */
  @Query(() => [SeenSecretDto], { name: 'ownRotationList' })
  @Authorize('vault.policy.manage')
  async scoped(
    @Args('user', { type: () => ID }, RecordId) user: string,
    @Args('org', { type: () => String, nullable: true }) _org: string | null,
  ): Promise<SeenSecretDto[]> {
    return (await this.list.ofScope(user)).map((row) => present(SeenSecretDto, row));
  }
}
