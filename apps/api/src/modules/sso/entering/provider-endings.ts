import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { ExternalPeople } from '../identities/external-people';
import { SignInEntries } from './sign-in-entries';

/** Ends sessions because the provider they came through said so. */
@Injectable()
export class ProviderEndings {
  constructor(
    private readonly people: ExternalPeople,
    private readonly entries: SignInEntries,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  /** One provider session, or every session of a person; somebody unknown has none, and that is no fault. */
  async end(
    connection: SignInConnectionEntity,
    { subject, providerSession }: { subject: string | null; providerSession: string | null },
  ): Promise<void> {
    await this.work.run(async () => {
      const identity = subject ? await this.people.find(connection.id, subject) : null;
      if (!identity && !providerSession) return;
      const ended = await this.entries.end(connection.id, { providerSession, identityId: identity?.id ?? null });
      if (ended === 0) return;
      this.events.record({
        action: 'session.ended_by_provider',
        category: 'authentication',
        target: identity?.userId
          ? { type: 'user', id: identity.userId, label: identity.displayName ?? '' }
          : { type: 'sso.connection', id: connection.id, label: connection.name },
        details: { via: connection.name, sessions: ended },
      });
    });
  }
}
