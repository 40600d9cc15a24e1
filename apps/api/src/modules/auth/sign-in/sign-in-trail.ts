import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';

/** Writes failed sign-ins down, in a transaction of their own because the sign-in itself is refused. */
@Injectable()
export class SignInTrail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
  ) {}

  get ip(): string | null {
    return this.context.origin.ip;
  }

  async failed(user: { id: string; name: string } | undefined, email: string, reason: string): Promise<void> {
    await this.work.runApart(async () => {
      this.events.record({
        action: 'session.sign_in_failed',
        category: 'authentication',
        outcome: 'failure',
        target: user ? { type: 'user', id: user.id, label: user.name } : undefined,
        // Somebody may have typed a password into the e-mail field; only what looks like an address is kept.
        details: { reason, ...(/^[^\s@]+@[^\s@]+$/.test(email) ? { email } : {}) },
      });
    });
  }

  /** From here on the request acts as the person who has just proven who they are. */
  succeeded(user: { id: string; name: string }, amr: readonly string[]): void {
    this.context.become({ type: 'user', id: user.id, name: user.name, platformAdmin: false, grants: new Map() });
    this.events.record({
      action: 'session.signed_in',
      category: 'authentication',
      target: { type: 'user', id: user.id, label: user.name },
      details: { amr },
    });
  }
}
