import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError, Invalid, Unauthenticated } from '../../../platform/errors';
import { AccessToken } from '../sessions/access-token';
import { ACCESS_COOKIE, REFRESH_COOKIE, SECOND_FACTOR_COOKIE, clearCookies } from '../sessions/session-cookies';
import { Sessions } from '../sessions/sessions';
import type { SecondFactorDto, SignInStateDto, StepUpDto, TokenPairDto, TokenRequestDto } from './sign-in.dto';
import { Entrance } from './entrance';
import { Proofs } from './proofs';
import { SignInTrail } from './sign-in-trail';
import { SignIn } from './sign-in.service';

/** The steps of signing in after the first, in order. */
@Injectable()
export class SignInFlow {
  constructor(
    private readonly signIn: SignIn,
    private readonly entrance: Entrance,
    private readonly trail: SignInTrail,
    private readonly sessions: Sessions,
    private readonly tokens: AccessToken,
    private readonly proofs: Proofs,
  ) {}

  async secondFactor(
    input: SecondFactorDto,
    pending: string | undefined,
    reply: FastifyReply,
  ): Promise<SignInStateDto> {
    if (!pending) throw new Unauthenticated('auth.start_again', 'Start again with your e-mail and password.');
    if (!input.code === !input.recoveryCode)
      throw Invalid.field('/code', 'required', 'Enter a code or a recovery code.');
    const { sub, entry } = await this.tokens.open('second-factor', pending);
    const person = await this.signIn.person(sub);
    const kind = await this.signIn.secondFactor(sub, input);
    const amr = [entry ? 'sso' : 'pwd', kind, 'mfa'];
    return { state: await this.entrance.open(person, { amr, entry }, reply) };
  }

  async refresh(token: string | undefined, reply: FastifyReply): Promise<void> {
    if (!token) throw new Unauthenticated('session.missing');
    await this.sessions.keeper.setCookies(reply, await this.sessions.keeper.renew(token, true));
  }

  async leave(reply: FastifyReply): Promise<void> {
    await this.sessions.endOwn();
    clearCookies(reply, ACCESS_COOKIE, REFRESH_COOKIE, SECOND_FACTOR_COOKIE);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  async stepUp(input: StepUpDto): Promise<void> {
    await this.proofs.require(input);
    await this.sessions.steppedUp(input.class);
  }

  async token({ email, password, code }: TokenRequestDto): Promise<TokenPairDto> {
    const person = await this.signIn.password(email, password);
    if (person.totp && !code)
      throw new DomainError('Forbidden', 'auth.code_required', {
        status: 401,
        detail: 'This account needs a one-time code as well.',
        errors: [{ pointer: '/code', code: 'required', params: {}, detail: 'This account needs a one-time code.' }],
      });
    if (!person.totp && person.mfaDemanded)
      throw new Unauthenticated('session.enrolment_required', 'Set up a second factor in the browser first.');
    const amr = person.totp ? ['pwd', await this.signIn.secondFactor(person.id, { code }), 'mfa'] : ['pwd'];
    const pair = await this.sessions.keeper.issue({ userId: person.id, scope: 'full', interactive: false, amr });
    this.trail.succeeded(person, amr);
    return pair;
  }

  renewToken(refreshToken: string): Promise<TokenPairDto> {
    return this.sessions.keeper.renew(refreshToken, false);
  }
}
