import { Authorize, SignedIn } from '../../platform/authorize';
import { defineList } from '../../platform/list';
import { defineResource } from '../../platform/resource';
import { RoleCreateDto, RoleDto, RoleUpdateDto } from './role.dto';
import { RoleEntity } from './role.entity';

const FRESH = { recentLogin: '10m', for: 'roles' } as const;

export const roleResource = defineResource({
  noun: 'role',
  plural: 'roles',
  about: 'Named sets of permissions, the same in every organisation.',
  entity: RoleEntity,
  dto: RoleDto,
  create: RoleCreateDto,
  update: RoleUpdateDto,
  list: defineList({
    entity: RoleEntity,
    fields: { name: { kind: 'text', sort: true }, template: { kind: 'text' } },
    search: ['name'],
    defaultSort: 'name',
  }),
  access: {
    read: SignedIn('roles are names and sentences, no data of anybody', { keys: true }),
    create: Authorize('role.manage', FRESH),
    update: Authorize('role.manage', FRESH),
    archive: Authorize('role.manage', FRESH),
  },
});
