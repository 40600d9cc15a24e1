import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../context';
import type { EventFacts } from './event';

/** Adds events to the unit of work; they are written just before it commits, or not at all. */
@Injectable()
export class EventRecorder {
  constructor(private readonly context: RequestContext) {}

  /** Records one event; throws outside a unit of work, because then nobody would write it. */
  record(facts: EventFacts): string {
    const { unit } = this.context;
    if (!unit) throw new Error(`${facts.action} was recorded outside a unit of work`);
    const id = uuid7();
    unit.events.push({ ...facts, id });
    return id;
  }
}
