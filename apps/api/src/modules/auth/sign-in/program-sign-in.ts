import { Injectable } from '@nestjs/common';
import { DomainError, Unauthenticated } from '../../../platform/errors';
import { SecondFactors } from '../factors/second-factors';
import { Doorstep } from '../pressure/doorstep';
import { SessionKeeper, type TokenPair } from '../sessions/session-keeper';
import { DeviceArrivals } from './device-arrivals';
import { SignInTrail } from './sign-in-trail';
import type { TokenRequestDto } from './sign-in.dto';
import { SignIn } from './sign-in.service';

/** Programs that sign in as a person: password and code at once. */
@Injectable()
export class ProgramSignIn {
  constructor(
    private readonly signIn: SignIn,
    private readonly factors: SecondFactors,
    private readonly keeper: SessionKeeper,
    private readonly trail: SignInTrail,
    private readonly devices: DeviceArrivals,
    private readonly doorstep: Doorstep,
  ) {}

  async token({ email, password, code, work }: TokenRequestDto): Promise<TokenPair> {
    await this.doorstep.admit(email, work);
    const person = await this.signIn.password(email, password);
    const amr = await this.prove(person.id, code);
    const pair = await this.keeper.issue({ userId: person.id, scope: 'full', interactive: false, amr });
    this.trail.succeeded(person, amr);
    await this.devices.programSignedIn(person);
    return pair;
  }

  private async prove(userId: string, code: string | null | undefined): Promise<string[]> {
    const { totp, passkeys } = await this.factors.of(userId);
    const { demanded, passkeyDemanded } = await this.factors.demanded(userId);
    if (passkeyDemanded || (!totp && passkeys > 0))
      throw new Unauthenticated(
        'auth.passkey_needed',
        'This account signs in with a passkey. Give programs an API key.',
      );
    if (!totp && demanded)
      throw new Unauthenticated('session.enrolment_required', 'Set up a second factor in the browser first.');
    if (!totp) return ['pwd'];
    if (!code) throw codeRequired();
    return ['pwd', await this.signIn.secondFactor(userId, { code }), 'mfa'];
  }
}

const codeRequired = (): DomainError =>
  new DomainError('Forbidden', 'auth.code_required', {
    status: 401,
    detail: 'This account needs a one-time code as well.',
    errors: [{ pointer: '/code', code: 'required', params: {}, detail: 'This account needs a one-time code.' }],
  });
