import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Conflict, Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { ResourceHouse, ResourceService } from '../../../platform/resource';
import { stateOf } from './weakness-state';
import type { WeaknessDecideDto, WeaknessDto } from './weakness.dto';
import { WeaknessEntity } from './weakness.entity';
import { weaknessResource } from './weakness.resource';

const LONGEST_MS = 366 * 86_400_000;
/** What is decided about a weakness that nobody has decided about. */
const UNDECIDED = { decision: null, reason: null, decidedUntil: null, decidedAt: null, decidedName: null } as const;

/** Weaknesses as records, and what is decided about one: with a reason, and never for good. */
@Injectable()
export class WeaknessService extends ResourceService<WeaknessEntity> {
  constructor(
    house: ResourceHouse,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
  ) {
    super(weaknessResource, house);
  }

  /** `version` is the one somebody looked at: nothing is decided about what nobody has seen. */
  async decide(id: string, { decision, reason, until }: WeaknessDecideDto, version?: number): Promise<WeaknessDto> {
    const now = Date.now();
    const end = new Date(until).getTime();
    if (end <= now) throw Invalid.field('/until', 'past', 'Choose a time that is still to come.');
    if (end > now + LONGEST_MS) throw Invalid.field('/until', 'range', 'Within a year: then somebody looks again.');
    const row = await this.repository.get(id);
    if (row.goneAt) throw new Conflict('weakness.gone', { detail: 'It is seen no more: there is nothing to decide.' });
    const decidedName = this.context.actor.name;
    const decided = { decision, reason, decidedUntil: new Date(end), decidedAt: new Date(now), decidedName };
    const next = await this.repository.update(row, decided, version);
    this.note('weakness.decided', row, { decision, reason, until: new Date(end).toISOString() });
    return this.show(next) as Promise<WeaknessDto>;
  }

  async reopen(id: string): Promise<WeaknessDto> {
    const row = await this.repository.get(id);
    if (!row.decision) throw new Conflict('weakness.undecided', { detail: 'Nothing is decided about it.' });
    const next = await this.repository.update(row, UNDECIDED);
    this.note('weakness.reopened', row, { decision: row.decision, because: 'person' });
    return this.show(next) as Promise<WeaknessDto>;
  }

  protected override computed(): readonly string[] {
    return ['state'];
  }

  protected override async complete(rows: readonly Record<string, unknown>[]): Promise<void> {
    for (const row of rows) row['state'] = stateOf(row as unknown as WeaknessEntity, Date.now());
  }

  protected override can(row: Record<string, unknown>): Record<string, boolean> {
    const administers = this.house.policy.administers;
    return { decide: administers && !row['goneAt'], reopen: administers && Boolean(row['decision']) };
  }

  private note(action: string, { id, package: label, source, subject }: WeaknessEntity, more: object): void {
    const target = { type: 'weakness', id, label };
    this.events.record({ action, category: 'security', target, details: { source, subject, ...more } });
  }
}
