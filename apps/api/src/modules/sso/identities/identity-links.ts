import { Injectable } from '@nestjs/common';
import { Repositories, UnitOfWork } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { UserEntity } from '../../access';
import { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { ActingPerson } from '../entering/acting-person';
import type { ExternalProof } from '../entering/external-proof';
import type { ClaimedAttempt } from '../entering/sign-in-attempts';
import { SignInEntries } from '../entering/sign-in-entries';
import { MappedRoles } from '../mappings/mapped-roles';
import { ExternalIdentityEntity } from './external-identity.entity';
import { ExternalPeople } from './external-people';

/** Saying whose an identity is, and taking that back. */
@Injectable()
export class IdentityLinks {
  constructor(
    private readonly repositories: Repositories,
    private readonly people: ExternalPeople,
    private readonly roles: MappedRoles,
    private readonly entries: SignInEntries,
    private readonly acting: ActingPerson,
    private readonly work: UnitOfWork,
  ) {}

  /** The signed-in person came back from the provider and thereby showed that the identity is theirs. */
  async finish(connection: SignInConnectionEntity, attempt: ClaimedAttempt, proof: ExternalProof): Promise<void> {
    await this.work.run(async () => {
      const { user } = await this.acting.become(attempt);
      await this.people.link(connection.id, proof, user.id);
      await this.acting.note('user.identity_linked', user, { via: connection.name, by: 'self' });
    });
  }

  /** The identities of one person. */
  of(userId: string): Promise<ExternalIdentityEntity[]> {
    return this.repositories.house(ExternalIdentityEntity).find({ userId });
  }

  /** An administrator says whose a waiting identity is. */
  async link(id: string, userId: string): Promise<ExternalIdentityEntity> {
    const identities = this.repositories.house(ExternalIdentityEntity);
    const identity = await identities.get(id);
    if (identity.userId && identity.userId !== userId)
      throw new Conflict('identity.taken', {
        detail: 'This identity belongs to another account. Unlink it there first.',
      });
    const user = await this.repositories.house(UserEntity).get(userId);
    const connection = await this.connectionOf(identity);
    const linked = await identities.update(identity, { userId });
    await this.acting.note('user.identity_linked', user, { via: connection.name, by: 'administrator' });
    return linked;
  }

  /** The identity waits again; sessions and roles it brought end at once. */
  async unlink(identity: ExternalIdentityEntity): Promise<void> {
    if (!identity.userId) throw new NotFound('identity');
    const user = await this.repositories.house(UserEntity).get(identity.userId);
    const connection = await this.connectionOf(identity);
    await this.repositories.house(ExternalIdentityEntity).update(identity, { userId: null });
    await this.entries.end(connection.id, { identityId: identity.id });
    await this.roles.none(connection, user);
    await this.acting.note('user.identity_unlinked', user, { via: connection.name });
  }

  private connectionOf({ connectionId }: ExternalIdentityEntity): Promise<SignInConnectionEntity> {
    return this.repositories.house(SignInConnectionEntity).get(connectionId);
  }
}
