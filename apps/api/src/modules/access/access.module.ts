import { Module } from '@nestjs/common';
import { declareAfterRestore, registerMigrations } from '../../platform/database';
import { SIGHT_DOOR } from '../../platform/authorize';
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
import { SightTable } from './migrations/1765600001000-sight';
import { UserLists } from './migrations/1764500000000-user-lists';
import { roleResource } from './role.resource';
import { RoleService } from './role.service';
import { SightController } from './sight.controller';
import { EndSights } from './sight.jobs';
import { SightReader } from './sight-reader';
import { Sights } from './sight.service';
import { RoleSeed } from './seed-roles';

registerMigrations(AccessTables, UserLists, SightTable);
// Whoever was looking when the backup was taken has no session any more.
declareAfterRestore('DELETE FROM sight');
const parts = partsOf(
  { resource: roleResource, service: RoleService },
  { resource: membershipResource, service: MembershipService },
);
const SIGHT = [SightReader, { provide: SIGHT_DOOR, useExisting: SightReader }];

@Module({
  imports: [OrgsModule],
  controllers: [AccessController, SightController, ...parts.controllers],
  providers: [
    MappedMemberships,
    MembershipEndings,
    GrantReader,
    RoleSeed,
    AccessExplanation,
    Sights,
    EndSights,
    ...SIGHT,
    ...parts.providers,
  ],
  exports: [SIGHT_DOOR, MappedMemberships, MembershipEndings, GrantReader, RoleSeed, MembershipService],
})
export class AccessModule {}
