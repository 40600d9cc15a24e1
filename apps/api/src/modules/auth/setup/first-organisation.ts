import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { MembershipEntity, RoleEntity, RoleSeed, type UserEntity } from '../../access';
import { OrganisationService } from '../../orgs';

/** What the first person starts with: the provider's own organisation. */
@Injectable()
export class FirstOrganisation {
  constructor(
    private readonly roles: RoleSeed,
    private readonly organisations: OrganisationService,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
  ) {}

  async make(user: UserEntity, name: string | null): Promise<void> {
    await this.roles.run();
    if (name) await this.own(user, (await this.organisations.open({ name, type: 'internal' })).id);
  }

  /** Makes a person the owner of an organisation that has none yet. */
  async own(user: UserEntity, organisationId: string): Promise<void> {
    const owner = await this.repositories.house(RoleEntity).findOne({ template: 'owner' });
    this.context.limitTo([organisationId]);
    await this.repositories.of(MembershipEntity).create({
      organisationId,
      userId: user.id,
      roleId: owner!.id,
      userName: user.name,
      source: 'local',
      validFrom: null,
      validUntil: null,
    });
  }
}
