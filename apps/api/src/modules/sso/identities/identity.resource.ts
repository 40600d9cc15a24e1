import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { UserEntity } from '../../access';
import { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { WHY } from '../connections/sign-in-connection.resource';
import { ExternalIdentityEntity } from './external-identity.entity';
import { IdentityDto } from './identity.dto';

export const identityResource = defineResource({
  noun: 'identity',
  plural: 'identities',
  about: 'People as connections know them, and whose they are.',
  entity: ExternalIdentityEntity,
  dto: IdentityDto,
  list: defineList({
    entity: ExternalIdentityEntity,
    fields: {
      connection: { kind: 'id', column: 'connection_id' },
      user: { kind: 'id', column: 'user_id' },
      displayName: { kind: 'text', sort: true },
      lastSeenAt: { kind: 'moment', sort: true },
    },
    search: ['display_name', 'email'],
    defaultSort: '-lastSeenAt',
  }),
  refs: {
    connection: { entity: () => SignInConnectionEntity, id: 'connectionId' },
    user: { entity: () => UserEntity, id: 'userId' },
  },
  access: { read: AuthorizePlatform(WHY) },
});
