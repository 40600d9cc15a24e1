import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { ConnectionTests } from '../connections/connection-tests';
import { IdentityLinks } from '../identities/identity-links';
import type { ExternalProof } from './external-proof';
import { ExternalSignIn, requireOn } from './external-sign-in';
import { FailedReturns } from './failed-returns';
import { ProviderStepUps } from './provider-step-ups';
import type { ClaimedAttempt } from './sign-in-attempts';
import { SsoRefused } from './sso-refused';

/** What a provider sent back with somebody, verified. `claims` are as it spelled them, for the test of a connection. */
export interface Returned {
  proof: ExternalProof;
  claims: Record<string, unknown>;
}

/** The way back from a provider: what the attempt was for decides what becomes of it, and where the browser goes on to. */
@Injectable()
export class SignInReturns {
  constructor(
    private readonly external: ExternalSignIn,
    private readonly stepUps: ProviderStepUps,
    private readonly links: IdentityLinks,
    private readonly tests: ConnectionTests,
    private readonly failures: FailedReturns,
  ) {}

  /** Answers the path the browser goes on to; never throws but for a fault of ours. */
  async take(
    { connection, attempt }: { connection: SignInConnectionEntity; attempt: ClaimedAttempt },
    read: () => Promise<Returned>,
    reply: FastifyReply,
  ): Promise<string> {
    try {
      if (attempt.purpose !== 'test') requireOn(connection);
      return await this.finish({ connection, attempt }, await read(), reply);
    } catch (error) {
      if (attempt.purpose === 'test' && error instanceof SsoRefused) await this.tests.failed(attempt, error);
      return this.failures.path({ connection, attempt }, error);
    }
  }

  private async finish(
    { connection, attempt }: { connection: SignInConnectionEntity; attempt: ClaimedAttempt },
    returned: Returned,
    reply: FastifyReply,
  ): Promise<string> {
    switch (attempt.purpose) {
      case 'sign_in':
        return pageAfter(await this.external.enter(connection, returned.proof, reply), attempt.returnTo);
      case 'step_up':
        await this.stepUps.finish(connection, attempt, returned.proof);
        return '/sso/done?result=ok';
      case 'link':
        await this.links.finish(connection, attempt, returned.proof);
        return '/me/account?linked=yes';
      case 'test':
        await this.tests.passed(connection, attempt, returned);
        return '/sso/done?result=ok';
    }
  }
}

/** The page after a sign-in that is done, or owes its second factor. */
function pageAfter(step: Awaited<ReturnType<ExternalSignIn['enter']>>, returnTo: string): string {
  if (step === 'signed_in') return returnTo;
  const next = returnTo === '/' ? '' : `?next=${encodeURIComponent(returnTo)}`;
  return step === 'totp_required' ? `/login/2fa${next}` : `/login/enrol${next}`;
}
