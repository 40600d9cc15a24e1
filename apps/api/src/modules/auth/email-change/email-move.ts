import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { Conflict, isDuplicate } from '../../../platform/errors';
import { UserEntity } from '../../access';
import { AddressNotices } from '../../mail';
import { SessionEnding } from '../account/session-ending';
import { SignInLinks } from '../links/sign-in-links';
import { EmailChangeBook } from './email-change-book';
import { EmailChangeRules } from './email-change-rules';

/** What happens to an account when its new address is proven. Known browsers stay known: their marks name the account. */
@Injectable()
export class EmailMove {
  constructor(
    private readonly repositories: Repositories,
    private readonly book: EmailChangeBook,
    private readonly rules: EmailChangeRules,
    private readonly links: SignInLinks,
    private readonly ending: SessionEnding,
    private readonly notices: AddressNotices,
  ) {}

  /** Everything is looked at anew: a day may lie between asking and confirming. */
  async carryOut(userId: string, email: string): Promise<void> {
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    await this.rules.requireOpen(user);
    await this.rules.requireFit(user, email);
    if (await this.book.taken(email, userId)) throw taken();
    const from = user.email;
    try {
      await users.update(user, { email });
    } catch (error) {
      // Another account took it between the look and the change.
      throw isDuplicate(error) ? taken() : error;
    }
    // Whoever reads the old mailbox has no way in any more.
    await this.links.forget('reset', userId);
    await this.ending.others(userId);
    this.ending.note('user.email_changed', { from, to: email });
    await this.notices.changed({ name: user.name, from, to: email });
  }
}

const taken = (): Conflict =>
  new Conflict('email.taken', { detail: 'This address has become the one of another account. Ask for another.' });
