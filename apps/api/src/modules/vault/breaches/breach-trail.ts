import { Injectable } from '@nestjs/common';
import { EventRecorder } from '../../../platform/events';
import { CredentialEvents } from '../credentials/credential-events';
import type { WaitingPassword } from './breach-book';

/** What the audit log says of it: never a value, nor anything made of one. */
@Injectable()
export class BreachTrail {
  constructor(
    private readonly recorder: EventRecorder,
    private readonly credentials: CredentialEvents,
  ) {}

  switched(organisationId: string, on: boolean): void {
    this.record('vault.breach_watch_switched', organisationId, { on });
  }

  opened(organisationId: string, passwords: number): void {
    this.record('vault.passwords_looked_up', organisationId, { passwords });
  }

  found({ credentialId, organisationId, name, revision }: WaitingPassword): void {
    this.credentials.record('breach_found', { id: credentialId, organisationId, name }, { revision });
  }

  private record(action: string, organisationId: string, details: Record<string, unknown>): void {
    this.recorder.record({ action, category: 'vault', organisationId, details });
  }
}
