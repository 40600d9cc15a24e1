import { Injectable } from '@nestjs/common';
import { EventRecorder, type Changes } from '../../../platform/events';
import { spelled, type CredentialField } from './credential-fields';
import type { CredentialEntity } from './credential.entity';
import type { Revisions } from './sealed-fields';

type About = Pick<CredentialEntity, 'id' | 'organisationId' | 'name'>;

/** What happens to credentials, in the audit log: names and revisions of sealed fields, never a value. */
@Injectable()
export class CredentialEvents {
  constructor(private readonly recorder: EventRecorder) {}

  /** `credential.<verb>`; answers the event's id. */
  record(verb: string, about: About, details?: Record<string, unknown>): string {
    return this.recorder.record({ ...this.facts(verb, about), ...(details ? { details } : {}) });
  }

  /** A change, with the new revision of every sealed field it touched: `vault verify` compares them with the rows. */
  changed(verb: string, about: About, what: { changes: Changes; revisions: Revisions; restored?: number }): string {
    const { revisions, restored } = what;
    const fields = Object.keys(revisions) as CredentialField[];
    const sealed = Object.fromEntries(fields.map((field) => [spelled(field), 'changed' as const]));
    return this.recorder.record({
      ...this.facts(verb, about),
      changes: { ...what.changes, ...sealed },
      ...(fields.length > 0 ? { details: { revisions, ...(restored ? { restored } : {}) } } : {}),
    });
  }

  private facts(verb: string, { id, organisationId, name }: About) {
    const target = { type: 'credential', id, label: name };
    return { action: `credential.${verb}`, category: 'vault' as const, organisationId, target };
  }
}
