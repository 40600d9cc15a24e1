import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, Invalid, Unauthenticated } from '../../../platform/errors';
import { SecondFactors } from '../factors/second-factors';
import { PasskeyProofs } from '../passkeys/passkey-proofs';
import { AccessToken } from '../sessions/access-token';
import { Entrance, type NextStep } from './entrance';
import type { SecondFactorDto, SecondFactorWaysDto } from './sign-in.dto';
import { SignIn } from './sign-in.service';

/** The second step of signing in, for whoever comes with the cookie of the first. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly tokens: AccessToken,
    private readonly signIn: SignIn,
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeyProofs,
    private readonly entrance: Entrance,
  ) {}

  async ways(pending: string | undefined): Promise<SecondFactorWaysDto> {
    const { sub } = await this.open(pending);
    const { totp, passkeys } = await this.factors.asked(sub);
    return { totp, passkey: passkeys > 0 };
  }

  async finish(input: SecondFactorDto, pending: string | undefined, reply: FastifyReply): Promise<NextStep> {
    const { sub, entry } = await this.open(pending);
    const person = await this.signIn.person(sub);
    const amr = [entry ? 'sso' : 'pwd', await this.shown(sub, input), 'mfa'];
    return this.entrance.open(person, { amr, entry }, reply);
  }

  private async open(pending: string | undefined): ReturnType<AccessToken['open']> {
    if (!pending) throw new Unauthenticated('auth.start_again', 'Start again with your e-mail and password.');
    return this.tokens.open('second-factor', pending);
  }

  private async shown(userId: string, { code, recoveryCode, passkey }: SecondFactorDto): Promise<string> {
    if ([code, recoveryCode, passkey].filter(Boolean).length !== 1)
      throw Invalid.field('/code', 'required', 'Enter a code or a recovery code, or use a passkey.');
    if (passkey) {
      await this.passkeys.require(passkey, 'sign_in', userId);
      return 'passkey';
    }
    if (code && !(await this.factors.asked(userId)).totp) throw passkeyNeeded();
    return this.signIn.secondFactor(userId, { code, recoveryCode });
  }
}

/** A code can be talked out of somebody; where a passkey is demanded and there is one, it does not do. */
const passkeyNeeded = (): DomainError =>
  new DomainError('Forbidden', 'auth.passkey_needed', {
    status: 401,
    detail: 'This account signs in with a passkey. Use it, or one of your recovery codes.',
  });
