import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { USER_STATES, UserEntity } from '../../access';
import { UserDto, UserUpdateDto } from './user.dto';

/** Why accounts are the platform administrators' business. */
export const WHY = 'accounts and sign-in rules belong to the installation';
/** How fresh the proof must be for a change of an account. */
export const FRESH = { recentLogin: '10m', for: 'users' } as const;

export const userResource = defineResource({
  noun: 'user',
  plural: 'users',
  about: 'People who can sign in; what they may do where is decided by their memberships.',
  entity: UserEntity,
  dto: UserDto,
  update: UserUpdateDto,
  list: defineList({
    entity: UserEntity,
    fields: {
      name: { kind: 'text', sort: true },
      email: { kind: 'text', sort: true },
      state: { kind: 'choice', choices: USER_STATES, sort: true },
      platformAdmin: { kind: 'flag' },
      requireMfa: { kind: 'flag' },
      createdAt: { kind: 'moment', sort: true },
      updatedAt: { kind: 'moment', sort: true },
    },
    search: ['name', 'email'],
    defaultSort: 'name',
  }),
  access: {
    read: AuthorizePlatform(WHY),
    update: AuthorizePlatform(WHY, { ...FRESH, event: 'user.updated' }),
  },
});
