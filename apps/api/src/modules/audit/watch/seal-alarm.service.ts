import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RateLimit } from '../../../platform/authorize';
import { HOUSE_ACTOR, RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder, SealWatch } from '../../../platform/events';

/** Several processes see the same trouble; one event every so often is enough. */
const RATE = { limit: 1, periodSeconds: 300, burst: 1 };

/** Leaves an event when sealing is late or a clock is wrong; health and the pages say it by themselves. */
@Injectable()
export class SealAlarm {
  constructor(
    private readonly seals: SealWatch,
    private readonly rates: RateLimit,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  /** One look; answers what is wrong. */
  async look(): Promise<string[]> {
    const origin = { requestId: `seal-alarm-${uuid7()}`, ip: null, userAgent: null };
    return this.context.run(origin, async () => {
      this.context.become(HOUSE_ACTOR);
      const troubles = await this.seals.troubles();
      if (troubles.length > 0) await this.work.run(() => this.tell(troubles));
      return troubles;
    });
  }

  private async tell(troubles: readonly string[]): Promise<void> {
    if (!(await this.rates.take('audit.alarm', RATE)).allowed) return;
    this.events.record({
      action: 'audit.sealer_lagging',
      category: 'security',
      outcome: 'failure',
      details: { ...(await this.seals.state()), troubles },
    });
  }
}
