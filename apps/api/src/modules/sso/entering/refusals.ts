import { Injectable } from '@nestjs/common';
import { RateLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { ConnectionHealth } from '../connections/connection-health';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { SsoRefused } from './sso-refused';

/** Reasons that say nothing about the connection: somebody pressed Back, or is not welcome. */
const OF_THE_PERSON = new Set<string>([
  'attempt_unknown',
  'cancelled',
  'identity_unknown',
  'identity_taken',
  'email_taken',
  'domain_not_served',
  'account_disabled',
  'other_person',
  'login_not_fresh',
  'factor_missing',
  'name_refused',
  'password_empty',
  'password_wrong',
  'entry_unknown',
  'entry_disabled',
  'entry_locked',
  'entry_expired',
]);

/** Anybody may post nonsense; so much of it from one address is enough to see that it happens. */
const RATE = { limit: 60, periodSeconds: 60, burst: 60 } as const;

/** Writes refusals down, with their reason, in a transaction of their own; the person sees none of it. */
@Injectable()
export class Refusals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly health: ConnectionHealth,
    private readonly limits: RateLimit,
    private readonly context: RequestContext,
  ) {}

  async note(connection: SignInConnectionEntity, refused: SsoRefused): Promise<void> {
    const { allowed } = await this.limits.take(`sso refused ${connection.id} ${this.context.origin.ip}`, RATE, {
      kept: 'node',
    });
    if (!allowed) return;
    await this.work.runApart(async () => {
      if (!OF_THE_PERSON.has(refused.reason)) await this.health.noteProblem(connection.id, refused);
      this.events.record({
        action: 'sso.assertion.rejected',
        category: 'authentication',
        outcome: 'failure',
        target: { type: 'sso.connection', id: connection.id, label: connection.name },
        details: { reason: refused.reason, sentence: refused.sentence.slice(0, 500) },
      });
    });
  }
}
