import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { browserName } from './browser-name';
import { Mails } from './mails';

/** The page that both links lead to. What follows `#` reaches no server and no log of one. */
const PAGE = '/email-change#';

/**
 * Mails about a change of the address itself: to the old one, so that its person can stop it, and to the new one, whose
 * mailbox may be anybody's and therefore reads no name.
 */
@Injectable()
export class AddressNotices {
  constructor(
    private readonly mails: Mails,
    private readonly context: RequestContext,
  ) {}

  /** To the new address: the link that confirms it. */
  async confirm(to: string, token: string): Promise<void> {
    await this.mails.send(to, 'email_confirm', { link: this.mails.page(PAGE + token) });
  }

  /** The same, where the new address belongs to an account: only whoever reads that mailbox learns it. */
  async taken(to: string): Promise<void> {
    await this.mails.send(to, 'email_taken', { link: this.mails.page('/login') });
  }

  /** To the old address: who asked from where, and the link that stops it. */
  async asked(person: { name: string; email: string }, to: string, token: string): Promise<void> {
    const words = { name: person.name, to, where: this.where(), link: this.mails.page(PAGE + token) };
    await this.mails.send(person.email, 'email_asked', words);
  }

  /** To both, when it has happened. */
  async changed({ name, from, to }: { name: string; from: string; to: string }): Promise<void> {
    const what = `The e-mail address of your account was changed from ${from} to ${to}. Sign in with the new one from now on; your other sessions have ended.`;
    const words = { name, what, where: this.where(), link: this.mails.page('/me/account') };
    const subject = 'The e-mail address of your ClientSt0r account was changed';
    for (const recipient of [from, to]) await this.mails.send(recipient, 'account', { ...words, subject });
  }

  private where(): string {
    const { ip, userAgent } = this.context.origin;
    const browser = browserName(userAgent);
    const parts = [ip && `from the address ${ip}`, browser && `with ${browser}`].filter(Boolean);
    return parts.length > 0 ? `It came ${parts.join(', ')}.` : '';
  }
}
