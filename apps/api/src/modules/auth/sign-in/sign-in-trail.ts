import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder, EventSpool, type EventFacts } from '../../../platform/events';
import { AuthLog, looksLikeAddress } from '../../../platform/http';
import { SignInPressure } from '../pressure/sign-in-pressure';

/** Where a secret was guessed. What was not tried costs nothing to send, and a passkey cannot be guessed. */
const GUESSES = new Set(['password', 'password_closed', 'directory', 'second_factor']);

/** Writes failed sign-ins down, in a transaction of their own because the sign-in itself is refused. */
@Injectable()
export class SignInTrail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
    private readonly spool: EventSpool,
    private readonly authLog: AuthLog,
    private readonly pressure: SignInPressure,
  ) {}

  get ip(): string | null {
    return this.context.origin.ip;
  }

  async failed(user: { id: string; name: string } | undefined, email: string, reason: string): Promise<void> {
    if (GUESSES.has(reason)) this.pressure.count('failures');
    await this.authLog.failed(this.ip, { reason, email, requestId: this.context.origin.requestId });
    const facts: EventFacts = {
      action: 'session.sign_in_failed',
      category: 'authentication',
      outcome: 'failure',
      target: user ? { type: 'user', id: user.id, label: user.name } : undefined,
      // Somebody may have typed a password into the e-mail field; only what looks like an address is kept.
      details: { reason, ...(looksLikeAddress(email) ? { email } : {}) },
    };
    await this.spool.record(facts);
  }

  /** Writes down what happened to an account while a request is refused. */
  async note(action: string, userId: string, details: Record<string, unknown>): Promise<void> {
    const target = { type: 'user', id: userId, label: '' };
    await this.work.runApart(
      async () => void this.events.record({ action, category: 'authentication', outcome: 'failure', target, details }),
    );
  }

  /** From here on the request acts as the person who has just proven who they are. */
  succeeded(user: { id: string; name: string }, amr: readonly string[], via?: string): void {
    this.context.become({ type: 'user', id: user.id, name: user.name, platformAdmin: false, grants: new Map() });
    this.events.record({
      action: 'session.signed_in',
      category: 'authentication',
      target: { type: 'user', id: user.id, label: user.name },
      details: { amr, ...(via ? { via } : {}) },
    });
  }
}
