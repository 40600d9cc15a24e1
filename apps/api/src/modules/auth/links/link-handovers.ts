import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { UserEntity } from '../../access';
import { Mails } from '../../mail';
import type { LinkHandoverDto } from './invitation.dto';
import { SignInLinks } from './sign-in-links';

/** Makes links for people: they go by mail, or into the hands of whoever asked while no mail server is set. */
@Injectable()
export class LinkHandovers {
  constructor(
    private readonly links: SignInLinks,
    private readonly mails: Mails,
    private readonly repositories: Repositories,
  ) {}

  async handOver(kind: 'invitation' | 'reset', userId: string): Promise<LinkHandoverDto> {
    const token = await this.links.make(kind, userId);
    // Read while the person is held: an address that somebody has just moved away from gets no way in any more.
    const user = await this.repositories.house(UserEntity).get(userId);
    const link = this.mails.page(`/${kind === 'invitation' ? 'invite' : 'reset'}/${token}`);
    const mailId = await this.mails.post(user.email, kind, { name: user.name, link });
    if (mailId) await this.links.travelsWith(token, mailId);
    return { mailed: mailId !== null, link: mailId ? null : link };
  }

  /** Whether links go by mail. */
  mailed(): Promise<boolean> {
    return this.mails.leave();
  }

  tellRole(user: UserEntity): Promise<boolean> {
    return this.mails.send(user.email, 'role', { name: user.name, link: this.mails.page('/') });
  }
}
