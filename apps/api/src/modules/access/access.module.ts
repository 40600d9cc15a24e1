import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { OrgsModule } from '../orgs';
import { AccessController } from './access.controller';
import { AccessExplanation } from './access-explanation.service';
import { GrantReader } from './grant-reader';
import { MappedMemberships } from './mapped-memberships';
import { membershipResource } from './membership.resource';
import { MembershipEndings } from './membership-endings';
import { MembershipService } from './membership.service';
import { AccessTables } from './migrations/1763700002000-access';
import { UserLists } from './migrations/1764500000000-user-lists';
import { roleResource } from './role.resource';
import { RoleService } from './role.service';
import { RoleSeed } from './seed-roles';

registerMigrations(AccessTables, UserLists);
const parts = partsOf(
  { resource: roleResource, service: RoleService },
  { resource: membershipResource, service: MembershipService },
);

@Module({
  imports: [OrgsModule],
  controllers: [AccessController, ...parts.controllers],
  providers: [MappedMemberships, MembershipEndings, GrantReader, RoleSeed, AccessExplanation, ...parts.providers],
  exports: [MappedMemberships, MembershipEndings, GrantReader, RoleSeed, MembershipService],
})
export class AccessModule {}
