import { Injectable } from '@nestjs/common';
import { RateLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { TooMany } from '../../../platform/errors';
import { AuditCheck } from '../verify/audit-check.service';
import type { VerifyResultDto } from './event.dto';

const LAST = 10_000;
/** A verification reads thousands of rows; nobody needs it more often. */
const RATE = { limit: 10, periodSeconds: 60, burst: 5 };

/** The page's button: verifies the end of the log, bounded, and says what was found. */
@Injectable()
export class EventVerification {
  constructor(
    private readonly check: AuditCheck,
    private readonly context: RequestContext,
    private readonly rates: RateLimit,
  ) {}

  async verify(last = LAST): Promise<VerifyResultDto> {
    const { allowed, retryAfterSeconds } = await this.rates.take(`audit.verify:${this.context.actor.id}`, RATE);
    if (!allowed) throw new TooMany('audit.verify_often', retryAfterSeconds, 'The log was verified a moment ago.');
    const { scope } = this.context;
    const organisationId = scope.length === 1 ? (scope[0] ?? null) : null;
    const { ok, exitCode, firstBad, counts, drift, notes, milliseconds } = await this.check.within(
      { last, account: 'application' },
      organisationId,
    );
    const { seq = null, n, reason = '' } = firstBad ?? {};
    return {
      ok,
      exitCode,
      firstBad: firstBad ? { seq, number: n === undefined ? null : String(n), reason } : null,
      sealed: counts.sealed,
      unsealed: counts.unsealed,
      drift,
      notes,
      milliseconds,
    };
  }
}
