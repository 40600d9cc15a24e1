import { Injectable } from '@nestjs/common';
import { sameAddress } from '../sign-in/sign-in-people';
import { Repositories, Sql } from '../../../platform/database';
import { UserEntity } from '../../access';
import { Passwords } from '../passwords/passwords';
import { SignInTrail } from '../sign-in/sign-in-trail';
import { Slowdown } from '../sign-in/slowdown';
import { LinkHandovers } from './link-handovers';

/** Reset links somebody asks for; whether the account exists shows nowhere but in its own mailbox. */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly repositories: Repositories,
    private readonly handovers: LinkHandovers,
    private readonly passwords: Passwords,
    private readonly slowdown: Slowdown,
    private readonly trail: SignInTrail,
    private readonly sql: Sql,
  ) {}

  async ask(email: string): Promise<void> {
    const trial = { of: 'reset', account: email, ip: this.trail.ip } as const;
    const blocked = await this.slowdown.blocked(trial);
    if (!blocked) await this.slowdown.failed(trial);
    const userId = blocked ? undefined : await this.holderOf(email.trim());
    if (!userId) return;
    await this.sql.holdPerson(userId);
    // Somebody who has just moved to another address is no longer reached through this one.
    if ((await this.holderOf(email.trim())) === userId) await this.handovers.handOver('reset', userId);
  }

  /** Whoever signs in through a connection has no password to forget; a link must not make one behind its back. */
  private async holderOf(email: string): Promise<string | undefined> {
    const user = await this.repositories.house(UserEntity).findOne({ email });
    if (user?.state !== 'active' || !sameAddress(user.email, email)) return undefined;
    return (await this.passwords.exists(user.id)) ? user.id : undefined;
  }
}
