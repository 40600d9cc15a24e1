import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { SecondFactors } from '../factors/second-factors';
import { PasskeyProofs } from '../passkeys/passkey-proofs';
import type { PasskeyAnswerDto } from '../passkeys/passkey.dto';
import { Passwords } from '../passwords/passwords';
import { SignIn } from './sign-in.service';

/** What somebody brings to prove who they are. */
export interface Proof {
  code?: string | null;
  password?: string | null;
  passkey?: PasskeyAnswerDto | null;
  class: string;
}

/** Asks the person behind a running session again who they are. */
@Injectable()
export class Proofs {
  constructor(
    private readonly context: RequestContext,
    private readonly signIn: SignIn,
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeyProofs,
    private readonly passwords: Passwords,
    private readonly events: EventRecorder,
  ) {}

  /** With a second factor that one is needed; without one the password; for what changes the account itself both. */
  async require(proof: Proof): Promise<void> {
    const { actor } = this.context;
    const both = await this.passwords.neededFor(proof.class, actor.id);
    if (both) await this.requirePassword(proof.password);
    const factor = await this.requireFactor(proof);
    if (!factor && !both) await this.requirePassword(proof.password);
    this.events.record({
      action: 'session.stepped_up',
      category: 'authentication',
      target: { type: 'user', id: actor.id, label: actor.name },
      details: { class: proof.class, with: factor ?? 'pwd' },
    });
  }

  /** What `require` would take: all of `password`, and one of the others where there is one. */
  async ways(className: string): Promise<{ password: boolean; code: boolean; passkey: boolean }> {
    const { id } = this.context.actor;
    const { totp, passkeys } = await this.factors.asked(id);
    const factor = totp || passkeys > 0;
    return {
      password: factor ? await this.passwords.neededFor(className, id) : await this.passwords.counts(id),
      code: totp,
      passkey: passkeys > 0,
    };
  }

  async requirePassword(password: string | null | undefined, pointer = '/password'): Promise<void> {
    const { actor } = this.context;
    const counts = password && (await this.passwords.counts(actor.id));
    if (counts && (await this.passwords.verify(actor.id, password))) return;
    throw Invalid.field(pointer, 'wrong', 'This is not your password.');
  }

  /** The factor that was shown; undefined where the account has none. */
  private async requireFactor({ code, passkey }: Proof): Promise<string | undefined> {
    const { id, session } = this.context.actor;
    const { totp, passkeys } = await this.factors.asked(id);
    if (passkey) {
      await this.passkeys.require(passkey, `prove ${session?.id ?? ''}`, id);
      return 'passkey';
    }
    if (totp && code) return this.signIn.secondFactor(id, { code });
    if (totp) throw Invalid.field('/code', 'required', 'Enter the code from your authenticator.');
    if (passkeys > 0) throw Invalid.field('/passkey', 'required', 'Use one of your passkeys.');
    return undefined;
  }
}
