import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Unauthenticated } from '../../../platform/errors';
import { ACCESS_COOKIE, REFRESH_COOKIE, SECOND_FACTOR_COOKIE, clearCookies } from '../sessions/session-cookies';
import { Sessions } from '../sessions/sessions';
import type {
  SecondFactorDto,
  SecondFactorWaysDto,
  SignInStateDto,
  StepUpDto,
  StepUpWaysDto,
  TokenPairDto,
  TokenRequestDto,
} from './sign-in.dto';
import { ProgramSignIn } from './program-sign-in';
import { Proofs } from './proofs';
import { SecondStep } from './second-step';

/** The steps of signing in after the first, in order. */
@Injectable()
export class SignInFlow {
  constructor(
    private readonly second: SecondStep,
    private readonly programs: ProgramSignIn,
    private readonly sessions: Sessions,
    private readonly proofs: Proofs,
  ) {}

  ways(pending: string | undefined): Promise<SecondFactorWaysDto> {
    return this.second.ways(pending);
  }

  async secondFactor(
    input: SecondFactorDto,
    pending: string | undefined,
    reply: FastifyReply,
  ): Promise<SignInStateDto> {
    return { state: await this.second.finish(input, pending, reply) };
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

  stepUpWays(className: string): Promise<StepUpWaysDto> {
    return this.proofs.ways(className);
  }

  async stepUp(input: StepUpDto): Promise<void> {
    await this.proofs.require(input);
    await this.sessions.steppedUp(input.class);
  }

  token(input: TokenRequestDto): Promise<TokenPairDto> {
    return this.programs.token(input);
  }

  renewToken(refreshToken: string): Promise<TokenPairDto> {
    return this.sessions.keeper.renew(refreshToken, false);
  }
}
