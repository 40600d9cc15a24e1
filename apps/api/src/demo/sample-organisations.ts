import { Injectable } from '@nestjs/common';
import { MembershipEntity, RoleEntity } from '../modules/access';
import { OrganisationAdminService } from '../modules/orgs';
import { RequestContext } from '../platform/context';
import { Repositories, Sql, UnitOfWork } from '../platform/database';
import type { SampleClient } from './sample-client';

/** The sample clients as organisations, known by their names, and who has a role in them. */
@Injectable()
export class SampleOrganisations {
  constructor(
    private readonly organisations: OrganisationAdminService,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
  ) {}

  async known({ organisation }: SampleClient): Promise<string | undefined> {
    return (await this.organisations.directory()).find(({ name }) => name === organisation.name)?.id;
  }

  /** Opens it unless it is there. */
  async idOf(client: SampleClient): Promise<string> {
    const known = await this.known(client);
    return known ?? (await this.work.run(() => this.organisations.open(client.organisation as never))).id;
  }

  /** Gives a person a role of the house in an organisation, unless they have one. */
  async join(
    userId: string,
    userName: string,
    { organisationId, role }: { organisationId: string; role: string },
  ): Promise<void> {
    await this.work.run(async () => {
      const found = await this.repositories.house(RoleEntity).findOne({ template: role });
      this.context.limitTo([organisationId]);
      const memberships = this.repositories.of(MembershipEntity);
      if (await memberships.findOne({ userId })) return;
      await this.sql.raiseRights(userId);
      await memberships.create({
        ...{ organisationId, userId, userName, roleId: found!.id, source: 'local' },
        ...{ validFrom: null, validUntil: null },
      });
    });
  }
}
