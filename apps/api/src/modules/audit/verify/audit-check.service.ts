import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { AuditVerifier, type VerifyOptions } from './audit-verifier.service';
import { LastVerified } from './last-verified';
import type { VerifyReport } from './verify-report';

/** Verifies and writes down that it was done, and with which result. */
@Injectable()
export class AuditCheck {
  constructor(
    private readonly verifier: AuditVerifier,
    private readonly recorder: EventRecorder,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly last: LastVerified,
  ) {}

  /** For the command line and the worker: opens its own context. */
  async run(options: VerifyOptions = {}): Promise<VerifyReport> {
    const origin = { requestId: `audit-verify-${uuid7()}`, ip: null, userAgent: null };
    return this.context.run(origin, () => this.within(options));
  }

  /** Inside a request: verifies, then records the result in a transaction of its own. */
  async within(options: VerifyOptions, organisationId: string | null = null): Promise<VerifyReport> {
    const report = await this.verifier.verify(options);
    const { exitCode, firstBad, counts, drift, from, to } = report;
    await this.work.runApart(async () => {
      await this.last.keep(report);
      this.recorder.record({
        action: 'audit.verified',
        category: 'security',
        outcome: report.ok ? 'success' : 'failure',
        organisationId,
        details: { exitCode, firstBad, counts, drift, from, to },
      });
    });
    return report;
  }
}
