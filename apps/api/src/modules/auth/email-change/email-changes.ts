import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { NotFound } from '../../../platform/errors';
import { SessionEnding } from '../account/session-ending';
import { SignInPeople, type SignInPerson } from '../sign-in/sign-in-people';
import { EmailChangeBook } from './email-change-book';
import type { EmailChangeStateDto } from './email-change.dto';
import { EmailChangeLetters } from './email-change-letters';
import { EmailChangeRules } from './email-change-rules';

/** Asking for another address of one's own account, and thinking better of it. Nothing changes before it is confirmed. */
@Injectable()
export class EmailChanges {
  constructor(
    private readonly context: RequestContext,
    private readonly people: SignInPeople,
    private readonly book: EmailChangeBook,
    private readonly rules: EmailChangeRules,
    private readonly letters: EmailChangeLetters,
    private readonly ending: SessionEnding,
  ) {}

  async state(): Promise<EmailChangeStateDto> {
    const person = await this.self();
    const closure = await this.rules.closure(person);
    return { pending: (await this.book.of(person.id)) ?? null, closed: closure?.detail ?? null };
  }

  /** The answer is the same whether the new address has an account or not. */
  async ask(email: string): Promise<EmailChangeStateDto> {
    await this.book.hold(this.context.actor.id);
    const person = await this.self();
    await this.rules.requireOpen(person);
    this.rules.requirePassword();
    await this.rules.requireFit(person, email);
    await this.letters.requireBudget(email);
    const tokens = await this.book.keep(person.id, email);
    await this.letters.send(person, email, tokens);
    this.ending.note('user.email_change_asked', { email });
    return this.state();
  }

  async cancel(): Promise<void> {
    const { id } = this.context.actor;
    const pending = await this.book.of(id);
    if (!pending || !(await this.book.end(id))) throw new NotFound('email_change');
    this.ending.note('user.email_change_cancelled', { email: pending.email, by: 'self' });
  }

  private async self(): Promise<SignInPerson> {
    const person = await this.people.byId(this.context.actor.id);
    if (!person) throw new NotFound('user');
    return person;
  }
}
