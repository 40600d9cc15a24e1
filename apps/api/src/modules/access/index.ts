export { AccessModule } from './access.module';
export { GrantReader } from './grant-reader';
export { MappedMemberships } from './mapped-memberships';
export { MembershipEndings } from './membership-endings';
export { MembershipService } from './membership.service';
export { MembershipEntity } from './membership.entity';
export { RoleEntity } from './role.entity';
export { RoleSeed } from './seed-roles';
export { USER_STATES, UserEntity } from './user.entity';
