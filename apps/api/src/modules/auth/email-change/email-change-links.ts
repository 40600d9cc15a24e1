import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { DomainError, Forbidden } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { SignInPeople } from '../sign-in/sign-in-people';
import { EmailChangeBook, type EmailChangeLinkKind, type OpenEmailChange } from './email-change-book';
import type { EmailChangeLinkDto } from './email-change.dto';
import { EmailMove } from './email-move';

/** What the links in the two mails do: the new mailbox confirms, the old one stops. */
@Injectable()
export class EmailChangeLinks {
  constructor(
    private readonly book: EmailChangeBook,
    private readonly move: EmailMove,
    private readonly people: SignInPeople,
    private readonly context: RequestContext,
    private readonly events: EventRecorder,
  ) {}

  async look(token: string): Promise<EmailChangeLinkDto> {
    for (const kind of ['confirm', 'stop'] as const) {
      const change = await this.book.by(kind, token);
      if (change) return { kind, email: change.email, expiresAt: change.expiresAt };
    }
    throw gone();
  }

  /**
   * The link proves the mailbox, the session the account: whoever got the mail because of a typing error cannot confirm it
   * and then ask for a new password.
   */
  async confirm(token: string): Promise<void> {
    const change = await this.found('confirm', token);
    if (change.userId !== this.context.actor.id)
      throw new Forbidden('email_change.other_account', {
        detail: 'This link belongs to another account. Sign in with that one, then open it again.',
      });
    if (!(await this.book.take('confirm', token, change))) throw gone();
    await this.move.carryOut(change.userId, change.email);
  }

  /** The link is the proof: whoever reads the old mailbox is not signed in, perhaps because somebody else is. */
  async stop(token: string): Promise<void> {
    const change = await this.found('stop', token);
    if (!(await this.book.take('stop', token, change))) throw gone();
    const person = await this.people.byId(change.userId);
    this.events.record({
      action: 'user.email_change_cancelled',
      category: 'authentication',
      target: { type: 'user', id: change.userId, label: person?.name ?? '' },
      details: { email: change.email, by: 'link', ip: this.context.origin.ip },
    });
  }

  private async found(kind: EmailChangeLinkKind, token: string): Promise<OpenEmailChange> {
    const change = await this.book.by(kind, token);
    if (!change) throw gone();
    return change;
  }
}

const gone = (): DomainError =>
  new DomainError('NotFound', 'email_change.gone', {
    status: 410,
    detail:
      'This link was used already, was stopped, or has run out; a new password or second factor ends it too. Ask for the change again. If you did not ask for it and cannot sign in with your address any more, tell your administrator at once.',
  });
