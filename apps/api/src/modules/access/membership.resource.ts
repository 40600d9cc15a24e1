import { Authorize } from '../../platform/authorize';
import { defineList } from '../../platform/list';
import { defineResource } from '../../platform/resource';
import { MembershipCreateDto, MembershipDto, MembershipUpdateDto } from './membership.dto';
import { MembershipEntity } from './membership.entity';
import { RoleEntity } from './role.entity';

const FRESH = { recentLogin: '10m', for: 'roles' } as const;

export const membershipResource = defineResource({
  noun: 'membership',
  plural: 'memberships',
  about: 'Who holds which role where, and for how long.',
  entity: MembershipEntity,
  dto: MembershipDto,
  create: MembershipCreateDto,
  update: MembershipUpdateDto,
  list: defineList({
    entity: MembershipEntity,
    fields: {
      userName: { kind: 'text', sort: true },
      user: { kind: 'id', column: 'user_id' },
      role: { kind: 'id', column: 'role_id' },
      validUntil: { kind: 'day', sort: true },
      createdAt: { kind: 'moment', sort: true },
    },
    search: ['user_name'],
    defaultSort: 'userName',
  }),
  refs: { role: { entity: () => RoleEntity, id: 'roleId' } },
  access: {
    read: Authorize('member.read'),
    create: Authorize('member.manage', FRESH),
    update: Authorize('member.manage', FRESH),
    archive: Authorize('member.manage', FRESH),
  },
});
