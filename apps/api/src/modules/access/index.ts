export { AccessModule } from './access.module';
export { GrantReader } from './grant-reader';
export { MappedMemberships } from './mapped-memberships';
export { MembershipService } from './membership.service';
export { MembershipEntity } from './membership.entity';
export { RoleEntity } from './role.entity';
export { RoleSeed } from './seed-roles';
export { ROLE_TEMPLATES } from './role-templates';
export { USER_STATES, UserEntity } from './user.entity';
