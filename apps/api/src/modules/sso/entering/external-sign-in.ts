import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '../../../platform/database';
import { Entrance } from '../../auth';
import { ConnectionHealth } from '../connections/connection-health';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { ExternalPeople } from '../identities/external-people';
import { MappedRoles } from '../mappings/mapped-roles';
import type { ExternalProof } from './external-proof';
import { provesMfa } from './proves-mfa';
import { SignInEntries } from './sign-in-entries';
import { SsoRefused } from './sso-refused';

type NextStep = Awaited<ReturnType<Entrance['open']>>;

/** Lets somebody in whom a connection has verified. What happens from here on is the same for every kind of connection. */
@Injectable()
export class ExternalSignIn {
  constructor(
    private readonly people: ExternalPeople,
    private readonly roles: MappedRoles,
    private readonly entries: SignInEntries,
    private readonly entrance: Entrance,
    private readonly health: ConnectionHealth,
    private readonly work: UnitOfWork,
  ) {}

  /** Everything in one transaction: the account, its roles, the entry, the session. Throws SsoRefused. */
  async enter(connection: SignInConnectionEntity, proof: ExternalProof, reply: FastifyReply): Promise<NextStep> {
    return this.work.run(async () => {
      requireOn(connection);
      const { user, identity } = await this.people.enter(connection, proof);
      await this.roles.follow(connection, user, proof.groups);
      await this.health.noteSignIn(connection.id);
      const who = { connectionId: connection.id, identityId: identity.id, userId: user.id };
      const entry = { id: await this.entries.make(who, proof), via: connection.name };
      const amr = provesMfa(connection, proof) ? ['sso', 'mfa'] : ['sso'];
      return this.entrance.proceed(user, { amr, entry }, reply);
    });
  }
}

/** Drafts and disabled connections let nobody in, whoever vouches for them. */
export function requireOn({ state, archivedAt, name }: SignInConnectionEntity): void {
  if (state === 'enabled' && !archivedAt) return;
  throw new SsoRefused('connection_off', `The connection "${name}" is not enabled.`);
}
