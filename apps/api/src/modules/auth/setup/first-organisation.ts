import { Inject, Injectable, Optional } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { MembershipEntity, RoleEntity, RoleSeed, type UserEntity } from '../../access';
import { OrganisationService } from '../../orgs';

/** Loads sample data for a person; the composition layer provides it. */
export interface SampleData {
  load(owner: UserEntity): Promise<void>;
}

/** Token of the sample data loader. */
export const SAMPLE_DATA = Symbol('sample data');

/** What the first person starts with: the provider's own organisation, and perhaps sample clients. */
@Injectable()
export class FirstOrganisation {
  constructor(
    private readonly roles: RoleSeed,
    private readonly organisations: OrganisationService,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
    @Optional() @Inject(SAMPLE_DATA) private readonly samples: SampleData | null,
  ) {}

  async make(user: UserEntity, name: string | null, sampleData: boolean): Promise<void> {
    await this.roles.run();
    if (name) await this.own(user, (await this.organisations.open({ name, type: 'internal' })).id);
    if (sampleData) await this.samples?.load(user);
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
