import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Log } from '../../../platform/http';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { Refusals } from './refusals';
import type { ClaimedAttempt } from './sign-in-attempts';
import { SsoRefused, type SsoReason } from './sso-refused';

/** What the sign-in page may say; everything else is one sentence with a number for the administrator. */
const SAID: Partial<Record<SsoReason, string>> = { cancelled: 'cancelled', attempt_unknown: 'again' };

/** Writes down why somebody did not get in, and says where the browser goes: nothing on the way tells about accounts. */
@Injectable()
export class FailedReturns {
  constructor(
    private readonly refusals: Refusals,
    private readonly context: RequestContext,
    private readonly log: Log,
  ) {}

  async path(
    { connection, attempt }: { connection?: SignInConnectionEntity; attempt?: ClaimedAttempt },
    error: unknown,
  ): Promise<string> {
    if (!(error instanceof SsoRefused)) this.log.fault(error);
    else if (connection) await this.refusals.note(connection, error);
    const said = (error instanceof SsoRefused && SAID[error.reason]) || 'failed';
    const query = `refused=${said}&ref=${this.context.origin.requestId}`;
    switch (attempt?.purpose) {
      case 'step_up':
      case 'test':
        return `/sso/done?result=refused`;
      case 'link':
        return `/me/account?${query}`;
      default:
        return `/login?${query}`;
    }
  }
}
