import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../../../platform/context';
import { Repositories, Sql } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { ExternalIdentityEntity } from './external-identity.entity';
import type { ProviderAddressDto } from '../entering/entering.dto';
import type { MyIdentityDto } from './identity.dto';
import { IdentityLinks } from './identity-links';
import { SignInDeparture } from '../entering/sign-in-departure';
import { WaysIn } from './ways-in';

/** Identities of the person asking. */
@Injectable()
export class OwnIdentities {
  constructor(
    private readonly context: RequestContext,
    private readonly sql: Sql,
    private readonly repositories: Repositories,
    private readonly ways: WaysIn,
    private readonly links: IdentityLinks,
    private readonly departure: SignInDeparture,
  ) {}

  async list(): Promise<MyIdentityDto[]> {
    return this.sql.house<MyIdentityDto>(
      `SELECT i.id, i.connection_id AS connectionId, c.name AS connection, i.email, i.last_seen_at AS lastSeenAt, i.created_at AS createdAt
       FROM external_identity i JOIN sign_in_connection c ON c.id = i.connection_id WHERE i.user_id = ? ORDER BY c.name, i.id`,
      [this.context.actor.id],
    );
  }

  /** Off to the provider; whoever comes back from there is who the identity belongs to. */
  link(connectionId: string, reply: FastifyReply): Promise<ProviderAddressDto> {
    return this.departure.link(connectionId, reply);
  }

  /** The last way in stays: without it the person could not come back. */
  async unlink(id: string): Promise<void> {
    const userId = this.context.actor.id;
    const identity = await this.repositories.house(ExternalIdentityEntity).findOne({ id, userId });
    if (!identity) throw new NotFound('identity');
    if (!(await this.ways.besides(userId, id)))
      throw new Conflict('identity.last_way', {
        detail: 'This is your only way to sign in. An administrator can send you a link to set a password first.',
      });
    await this.links.unlink(identity);
  }
}
