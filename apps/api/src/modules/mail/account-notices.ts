import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Sql } from '../../platform/database';
import { Mails } from './mails';

/** What a mail says of a change; what is not here is not told. */
const SENTENCES: Readonly<Record<string, string>> = {
  'user.totp_enrolled': 'A new authenticator was set up for your account.',
  'user.passkey_added': 'A passkey was added to your account.',
  'user.passkey_removed': 'A passkey was removed from your account.',
  'user.recovery_codes_renewed': 'The recovery codes of your account were replaced.',
  'user.password_changed': 'The password of your account was changed.',
  'user.identity_linked':
    'Another way to sign in to your account was added: an identity at one of the sign-in connections.',
  'user.identity_unlinked': 'An identity at a sign-in connection no longer signs in to your account.',
  'user.mfa_reset': 'An administrator took the second factors of your account away.',
};

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

/** Tells people by mail what happened to their own account, so that they notice when it was not them. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly sql: Sql,
    private readonly mails: Mails,
    private readonly context: RequestContext,
  ) {}

  async changed(userId: string, action: string): Promise<void> {
    const what = SENTENCES[action];
    if (what) await this.tell(userId, { what });
  }

  /** Somebody came in where this person was not known. */
  async signedInAnew(userId: string): Promise<void> {
    const what = 'Somebody signed in to your account in a browser that was not known before.';
    await this.tell(userId, { what, subject: 'Somebody signed in to your ClientSt0r account' });
  }

  /** Somebody came in from a country this account was not signed in from lately, perhaps in an unknown browser too. */
  async signedInFrom(userId: string, country: string, anew: boolean): Promise<void> {
    const where = COUNTRIES.of(country) ?? country;
    const browser = anew ? ', in a browser that was not known before' : '';
    const what = `Somebody signed in to your account from ${where}${browser}. It had not been signed in from there for 90 days.`;
    await this.tell(userId, { what, subject: `Somebody signed in to your ClientSt0r account from ${where}` });
  }

  private async tell(userId: string, words: Readonly<Record<string, string>>): Promise<void> {
    const [person] = await this.sql.house<{ name: string; email: string }>(
      'SELECT name, email FROM user_account WHERE id = ?',
      [userId],
    );
    if (!person) return;
    const { ip } = this.context.origin;
    await this.mails.send(person.email, 'account', {
      ...{ ...words, name: person.name, link: this.mails.page('/me/account') },
      where: ip ? `It came from the address ${ip}.` : '',
    });
  }
}
