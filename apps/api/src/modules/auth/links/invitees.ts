import { Injectable } from '@nestjs/common';
import { Repositories, UnitOfWork } from '../../../platform/database';
import { Conflict, isDuplicate } from '../../../platform/errors';
import { UserEntity } from '../../access';
import type { InvitationDto } from './invitation.dto';

/** The accounts of people who are invited. */
@Injectable()
export class Invitees {
  constructor(
    private readonly repositories: Repositories,
    private readonly work: UnitOfWork,
  ) {}

  get(id: string): Promise<UserEntity> {
    return this.repositories.house(UserEntity).get(id);
  }

  /** The account of this address, made where there is none yet; two who are the first at the same moment get the same one. */
  async of({ email, name }: Pick<InvitationDto, 'email' | 'name'>): Promise<UserEntity> {
    const user =
      (await this.known(email)) ??
      (await this.work.attempt(() => this.make(email, name)).catch((error) => this.metBy(error, email)));
    if (user.state !== 'disabled') return user;
    throw new Conflict('user.disabled', {
      detail: 'This person’s account is disabled. A platform administrator can enable it.',
    });
  }

  private known(email: string): Promise<UserEntity | null> {
    return this.repositories.house(UserEntity).findOne({ email });
  }

  private make(email: string, name: string): Promise<UserEntity> {
    return this.repositories.house(UserEntity).create({
      email,
      name,
      state: 'invited',
      platformAdmin: false,
      requireMfa: false,
      authzEpoch: 1,
      preferences: null,
    });
  }

  private async metBy(error: unknown, email: string): Promise<UserEntity> {
    const other = isDuplicate(error) ? await this.known(email) : null;
    if (other) return other;
    throw error;
  }
}
