import { Injectable } from '@nestjs/common';
import { Limits, declareLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { AuditCheck } from '../verify/audit-check.service';
import type { VerifyResultDto } from './event.dto';

const LAST = 10_000;
/** A verification reads thousands of rows; nobody needs it more often. */
const VERIFICATIONS = declareLimit({
  name: 'audit.verifications',
  says: 'Verifications of the audit log that one person asks for.',
  ...{ budget: 10, seconds: 60, burst: 5, kept: 'house' },
  bounds: { budget: { least: 2, most: 100 }, seconds: { least: 60, most: 3600 } },
});

/** The page's button: verifies the end of the log, bounded, and says what was found. */
@Injectable()
export class EventVerification {
  constructor(
    private readonly check: AuditCheck,
    private readonly context: RequestContext,
    private readonly limits: Limits,
  ) {}

  async verify(last = LAST): Promise<VerifyResultDto> {
    const { type, id, name } = this.context.actor;
    await this.limits.spend(VERIFICATIONS, {
      by: { kind: type === 'api_key' ? 'api_key' : 'user', id, name },
      code: 'audit.verify_often',
      detail: () => 'The log was verified a moment ago.',
    });
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
