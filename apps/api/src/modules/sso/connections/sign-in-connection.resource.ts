import { applyDecorators, Header } from '@nestjs/common';
import { AuthorizePlatform } from '../../../platform/authorize';
import { defineList } from '../../../platform/list';
import { defineResource } from '../../../platform/resource';
import { SignInConnectionCreateDto, SignInConnectionDto, SignInConnectionUpdateDto } from './sign-in-connection.dto';
import { CONNECTION_KINDS, CONNECTION_STATES, SignInConnectionEntity } from './sign-in-connection.entity';

export const WHY = 'how people sign in belongs to the installation';
/** Whoever changes how people sign in proves freshly who they are. */
export const FRESH = { recentLogin: '10m', for: 'sign_in' } as const;

/** Domains, secrets and health change without a new version, so no browser may keep what it read. */
const read = applyDecorators(AuthorizePlatform(WHY), Header('cache-control', 'no-store'));
const write = AuthorizePlatform(WHY, FRESH);

export const signInConnectionResource = defineResource({
  noun: 'signInConnection',
  plural: 'signInConnections',
  about: 'Ways to sign in through identity providers and directories.',
  entity: SignInConnectionEntity,
  dto: SignInConnectionDto,
  create: SignInConnectionCreateDto,
  update: SignInConnectionUpdateDto,
  list: defineList({
    entity: SignInConnectionEntity,
    fields: {
      name: { kind: 'text', sort: true },
      position: { kind: 'int', sort: true },
      kind: { kind: 'choice', choices: CONNECTION_KINDS },
      state: { kind: 'choice', choices: CONNECTION_STATES },
    },
    search: ['name'],
    defaultSort: 'position',
  }),
  access: { read, create: write, update: write, archive: write },
});
