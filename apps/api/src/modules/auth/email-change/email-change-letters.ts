import { Injectable } from '@nestjs/common';
import { Limits, RateLimit, declareLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { TooMany } from '../../../platform/errors';
import { AddressNotices } from '../../mail';
import type { SignInPerson } from '../sign-in/sign-in-people';
import { EmailChangeBook, type EmailChangeTokens } from './email-change-book';

const CHANGES = declareLimit({
  name: 'email.changes',
  says: 'Changes of their own e-mail address one person asks for; each is two mails.',
  ...{ budget: 5, seconds: 86_400, burst: 3, kept: 'house' },
  bounds: { budget: { least: 1, most: 100 }, seconds: { least: 600, most: 604_800 } },
});
/** A mailbox gets no more than that, however many accounts ask. */
const MAILBOX = { limit: 5, periodSeconds: 86_400, burst: 5 };

/** The two mails of a change that was asked for, and how many of them somebody may cause. */
@Injectable()
export class EmailChangeLetters {
  constructor(
    private readonly book: EmailChangeBook,
    private readonly notices: AddressNotices,
    private readonly limits: Limits,
    private readonly rates: RateLimit,
    private readonly context: RequestContext,
  ) {}

  /** The mailbox first: whoever is refused because others wrote to it keeps their own place. */
  async requireBudget(email: string): Promise<void> {
    const { allowed, retryAfterSeconds } = await this.rates.take(`email change to ${email.toLowerCase()}`, MAILBOX);
    if (!allowed)
      throw new TooMany(
        'email.too_many',
        retryAfterSeconds,
        `Too many mails about a change went to this address. Try again in ${waitOf(retryAfterSeconds)}.`,
      );
    const { id, name } = this.context.actor;
    await this.limits.spend(CHANGES, {
      by: { kind: 'user', id, name },
      code: 'email.too_many',
      detail: (seconds) => `You have asked for too many changes of your address. Try again in ${waitOf(seconds)}.`,
    });
  }

  /** Where the new address has an account of its own, its mailbox hears that instead of getting a link. */
  async send(person: SignInPerson, email: string, { confirm, stop }: EmailChangeTokens): Promise<void> {
    if (await this.book.taken(email, person.id)) await this.notices.taken(email);
    else await this.notices.confirm(email, confirm);
    await this.notices.asked(person, email, stop);
  }
}

/** Rounded up, so that whoever comes back then is not refused again. */
function waitOf(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const [amount, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.ceil(minutes / 60), 'hour'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
