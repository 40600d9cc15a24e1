import { Injectable } from '@nestjs/common';
import { RateLimit } from '../../../../platform/authorize';
import { RequestContext } from '../../../../platform/context';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SignInAttempts, type ClaimedAttempt } from '../../entering/sign-in-attempts';
import type { Returned } from '../../entering/sign-in-returns';
import { SamlRefusal } from '../refusal';
import { answeredRequest } from '../response/answered-request';
import { SamlExchange, settingsOf } from './saml-exchange';

/** The form a provider has the browser post to us. */
export interface PostedAnswer {
  SAMLResponse?: string;
  RelayState?: string;
}

/** Answers nobody asked for cost work before anything is known about them: an office gets through, a flood does not. */
const UNASKED = { limit: 60, periodSeconds: 60, burst: 30 };

/** Which attempt an answer belongs to, and what it says. */
@Injectable()
export class SamlAnswers {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly exchange: SamlExchange,
    private readonly limits: RateLimit,
    private readonly context: RequestContext,
  ) {}

  /** The attempt of this browser, used up by being asked for; undefined where the provider began and may. */
  async attemptOf(
    connection: SignInConnectionEntity,
    body: PostedAnswer,
    secret: string | undefined,
  ): Promise<ClaimedAttempt | undefined> {
    if (settingsOf(connection).providerInitiated && (await this.unasked(body))) return undefined;
    if (secret === undefined && !body.RelayState) throw new SamlRefusal('request.unsolicited', { part: 'Response' });
    return this.attempts.claim(connection.id, body.RelayState, secret);
  }

  /** What the provider says about the person, or why it is not believed. */
  async read(
    connection: SignInConnectionEntity,
    { SAMLResponse: posted }: PostedAnswer,
    attempt?: ClaimedAttempt,
  ): Promise<Returned | SamlRefusal> {
    try {
      return await this.exchange.finish(connection, { posted, answers: answeredRequest(posted) }, attempt);
    } catch (error) {
      if (error instanceof SamlRefusal) return error;
      throw error;
    }
  }

  private async unasked({ SAMLResponse: posted }: PostedAnswer): Promise<boolean> {
    const { allowed } = await this.limits.take(`saml unasked ${this.context.origin.ip}`, UNASKED);
    return allowed && answeredRequest(posted) === null;
  }
}
