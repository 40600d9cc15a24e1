import { Injectable } from '@nestjs/common';
import { sameAddress } from '../sign-in/sign-in-people';
import { Repositories } from '../../../platform/database';
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
  ) {}

  async ask(email: string): Promise<void> {
    const trial = { of: 'reset', account: email, ip: this.trail.ip } as const;
    const blocked = await this.slowdown.blocked(trial);
    if (!blocked) await this.slowdown.failed(trial);
    const user = await this.repositories.house(UserEntity).findOne({ email: email.trim() });
    if (blocked || user?.state !== 'active' || !sameAddress(user.email, email.trim())) return;
    // Whoever signs in through a connection has no password to forget; a link must not make one behind its back.
    if (!(await this.passwords.exists(user.id))) return;
    await this.handovers.handOver('reset', user);
  }
}
