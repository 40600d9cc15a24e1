import { Injectable } from '@nestjs/common';
import { RateLimit, type Area } from '../../../platform/authorize';
import { UnitOfWork } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import { EventRecorder, EventSpool, type EventFacts } from '../../../platform/events';
import type { Judged } from './verdicts';

/** Who is refused again and again is written down once in this time; every refusal is counted. */
const EVENT_RATE = { limit: 1, periodSeconds: 600, burst: 1 };

/** Writes down who was refused, in a transaction of its own because the request itself comes to nothing. */
@Injectable()
export class RefusalTrail {
  constructor(
    private readonly limit: RateLimit,
    private readonly work: UnitOfWork,
    private readonly events: EventRecorder,
    private readonly spool: EventSpool,
  ) {}

  async note(area: Area, ip: string, verdict: Judged): Promise<void> {
    const { allowed } = await this.limit.take(`refused ${area} ${ip}`, EVENT_RATE, { kept: 'process' });
    if (!allowed) return;
    const facts = factsOf(area, verdict);
    try {
      await this.work.runApart(async () => void this.events.record(facts));
    } catch (error) {
      // A refusal stays a refusal while nothing can be logged; it is written down as soon as that works again.
      if (!(error instanceof DomainError) || error.code !== 'audit.unavailable') throw error;
      this.spool.keep(facts);
    }
  }
}

function factsOf(area: Area, { because, rule, place }: Judged): EventFacts {
  return {
    action: 'address.refused',
    category: 'security',
    outcome: 'failure',
    target: rule ? { type: 'address_rule', id: rule.id, label: rule.network } : undefined,
    details: { area, because, ...(place.kind === 'country' ? { country: place.country } : {}) },
  };
}
