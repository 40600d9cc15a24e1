import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConnectionKinds } from '../connections/connection-kinds';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { setAttemptCookie } from './attempt-cookie';
import { ATTEMPT_SECONDS, SignInAttempts, type NewAttempt } from './sign-in-attempts';
import { SsoRefused } from './sso-refused';

/** Sends a browser to a provider, whatever for and whatever protocol it speaks. */
@Injectable()
export class SignInStarts {
  constructor(
    private readonly kinds: ConnectionKinds,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Ties an attempt to this browser and answers where it goes. Throws SsoRefused when the provider does not answer. */
  async start(
    connection: SignInConnectionEntity,
    { afresh, ...attempt }: Omit<NewAttempt, 'connectionId'> & { afresh?: boolean },
    reply: FastifyReply,
  ): Promise<{ id: string; location: string }> {
    const { browser } = this.kinds.of(connection.kind);
    if (!browser) throw new SsoRefused('unsupported', 'Nobody is sent anywhere to sign in through a directory.');
    const started = await this.attempts.start({ ...attempt, connectionId: connection.id });
    const location = await browser.address(connection, started, afresh ?? attempt.purpose === 'step_up');
    setAttemptCookie(reply, browser.cookie, { value: started.secret, maxAge: ATTEMPT_SECONDS });
    return { id: started.id, location };
  }
}
