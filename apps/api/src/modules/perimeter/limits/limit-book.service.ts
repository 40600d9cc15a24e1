import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import {
  LimitRules,
  declaredLimits,
  rateOf,
  withinBounds,
  type Limit,
  type LimitValue,
  type SetLimits,
} from '../../../platform/authorize';
import { changesBetween } from '../../../platform/database';
import { Conflict, Invalid, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { LimitDto, type LimitUpdateDto } from './limit.dto';

/** Every limit of the installation, and what administrators set of it. */
@Injectable()
export class LimitBook {
  constructor(
    private readonly rules: LimitRules,
    private readonly events: EventRecorder,
  ) {}

  async list(): Promise<LimitDto[]> {
    const set = await this.rules.read();
    return declaredLimits().map((limit) => shown(limit, set));
  }

  async read(name: string): Promise<LimitDto> {
    return shown(named(name), await this.rules.read());
  }

  /** `version` is the one somebody has read; undefined for whoever does not mind. */
  async change(name: string, { version, ...change }: LimitUpdateDto & { version?: number }): Promise<LimitDto> {
    const limit = named(name);
    const set = await this.rules.lock();
    const before = shown(limit, set);
    if (version !== undefined && version !== before.version) throw stale(before.version);
    const after = requireBounds(limit, changed(limit, before, change));
    const entry = { ...after, version: before.version + 1 };
    const next = { version: set.version + 1, limits: { ...set.limits, [name]: entry } };
    await this.rules.write(next);
    const { budget, seconds } = before;
    this.events.record({
      action: 'setting.updated',
      category: 'admin',
      details: { setting: 'limits', limit: name },
      changes: changesBetween({ budget, seconds }, { ...after }, []),
    });
    return shown(limit, next);
  }
}

function named(name: string): Limit {
  const limit = declaredLimits().find((one) => one.name === name);
  if (!limit) throw new NotFound('limit');
  return limit;
}

/** null means what the limit began with, and what is not named stays. */
function changed(limit: Limit, before: LimitValue, change: LimitUpdateDto): LimitValue {
  const one = (what: keyof LimitValue): number =>
    change[what] === undefined ? before[what] : (change[what] ?? limit[what]);
  return { budget: one('budget'), seconds: one('seconds') };
}

function requireBounds({ bounds }: Limit, value: LimitValue): LimitValue {
  for (const what of ['budget', 'seconds'] as const) {
    const { least, most } = bounds[what];
    if (value[what] < least || value[what] > most)
      throw Invalid.field(`/${what}`, 'range', `Choose a number from ${least} to ${most}.`, { min: least, max: most });
  }
  return value;
}

function shown(limit: Limit, { limits }: SetLimits): LimitDto {
  const value = withinBounds(limit, limits[limit.name]);
  const { bounds, name, says } = limit;
  return present(LimitDto, {
    ...{ name, says, ...value, burst: rateOf(limit, value).burst },
    ...{ standardBudget: limit.budget, standardSeconds: limit.seconds },
    ...{ leastBudget: bounds.budget.least, mostBudget: bounds.budget.most },
    ...{ leastSeconds: bounds.seconds.least, mostSeconds: bounds.seconds.most },
    version: limits[limit.name]?.version ?? 1,
  });
}

const stale = (current: number): Conflict =>
  new Conflict('record.stale', {
    status: 412,
    detail: 'Somebody changed this limit since you read it. Read it again, then decide.',
    params: { current },
  });
