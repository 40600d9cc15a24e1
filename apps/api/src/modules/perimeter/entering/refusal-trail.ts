import { Injectable } from '@nestjs/common';
import { customerBlock } from '@st0r/net';
import { RateLimit, type Area } from '../../../platform/authorize';
import { EventSpool, type EventFacts } from '../../../platform/events';
import type { Judged } from './verdicts';

/** Who is refused again and again is written down once in this time; every refusal of a sign-in is counted. */
const EVENT_RATE = { limit: 1, periodSeconds: 600, burst: 1 };

/** Writes down who was refused. */
@Injectable()
export class RefusalTrail {
  constructor(
    private readonly limit: RateLimit,
    private readonly spool: EventSpool,
  ) {}

  async note(area: Area, ip: string, verdict: Judged): Promise<void> {
    const { allowed } = await this.limit.take(`refused ${area} ${customerBlock(ip)}`, EVENT_RATE, { kept: 'node' });
    if (!allowed) return;
    await this.spool.record(factsOf(area, verdict));
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
