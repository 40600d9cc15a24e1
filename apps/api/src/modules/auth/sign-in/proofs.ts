import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { Passwords } from '../passwords/passwords';
import { Totp } from '../totp/totp';
import { SignIn } from './sign-in.service';

/** Asks the person behind a running session again who they are. */
@Injectable()
export class Proofs {
  constructor(
    private readonly context: RequestContext,
    private readonly signIn: SignIn,
    private readonly totp: Totp,
    private readonly passwords: Passwords,
    private readonly events: EventRecorder,
  ) {}

  /** With a second factor its code is needed; without one the password. */
  async require({
    code,
    password,
    class: className,
  }: {
    code?: string | null;
    password?: string | null;
    class: string;
  }): Promise<void> {
    const { actor } = this.context;
    if (await this.totp.enrolled(actor.id)) {
      if (!code) throw Invalid.field('/code', 'required', 'Enter the code from your authenticator.');
      await this.signIn.secondFactor(actor.id, { code });
    } else {
      await this.requirePassword(password);
    }
    this.events.record({
      action: 'session.stepped_up',
      category: 'authentication',
      target: { type: 'user', id: actor.id, label: actor.name },
      details: { class: className },
    });
  }

  async requirePassword(password: string | null | undefined, pointer = '/password'): Promise<void> {
    const { actor } = this.context;
    if (password && (await this.passwords.verify(actor.id, password))) return;
    throw Invalid.field(pointer, 'wrong', 'This is not your password.');
  }
}
