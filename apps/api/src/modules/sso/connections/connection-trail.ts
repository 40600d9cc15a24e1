import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { EventRecorder, type Changes, type EventFacts } from '../../../platform/events';
import { SignInEntries } from '../entering/sign-in-entries';
import type { SignInConnectionEntity } from './sign-in-connection.entity';

/** What the acts on a connection leave behind. */
@Injectable()
export class ConnectionTrail {
  constructor(
    private readonly events: EventRecorder,
    private readonly entries: SignInEntries,
    private readonly context: RequestContext,
  ) {}

  note(action: string, { id, name }: SignInConnectionEntity, said: { changes?: Changes; details?: object } = {}): void {
    const target = { type: 'sso.connection', id, label: name };
    this.events.record({ action, category: 'admin', target, ...said } as EventFacts);
  }

  async endSessions(connection: SignInConnectionEntity): Promise<void> {
    const own = this.context.actor.session?.id ?? null;
    const ended = await this.entries.endAll(connection.id, own);
    if (ended > 0) this.note('sso.connection.sessions_ended', connection, { details: { sessions: ended } });
  }
}
