import { Injectable } from '@nestjs/common';
import { EventRecorder, type Changes } from '../../../platform/events';
import type { ApiKeyEntity } from './api-key.entity';

export type AboutKey = Pick<ApiKeyEntity, 'id' | 'organisationId' | 'name'>;

interface More {
  changes?: Changes;
  details?: Record<string, unknown>;
  outcome?: 'failure';
  /** The organisation whose log it belongs into, when it is not the key's own. */
  organisationId?: string;
}

/** What happens to keys, in the audit log; never a secret. */
@Injectable()
export class ApiKeyEvents {
  constructor(private readonly recorder: EventRecorder) {}

  /** `api_key.<verb>`, or a whole action. */
  record(verb: string, about: AboutKey, { organisationId, ...more }: More = {}): void {
    this.recorder.record({
      action: verb.includes('.') ? verb : `api_key.${verb}`,
      category: 'api',
      organisationId: organisationId ?? about.organisationId,
      target: { type: 'api_key', id: about.id, label: about.name },
      ...more,
    });
  }
}
