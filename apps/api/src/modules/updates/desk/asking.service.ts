import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { EventRecorder } from '../../../platform/events';
import type { UpgradeReport } from '../check/upgrade-check.service';

/** Who asked, and the event that says so. */
@Injectable()
export class Asking {
  constructor(
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
  ) {}

  note(id: string, { file, sha256, version, from }: UpgradeReport) {
    this.recorder.record({
      action: 'update.requested',
      category: 'admin',
      target: { type: 'update', id, label: version },
      details: { file, sha256, version, from },
    });
    return { version, fromVersion: from, requestedName: this.context.actor.name };
  }
}
