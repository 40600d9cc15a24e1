import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { DomainError } from '../errors';
import { budgetHeaders } from '../http/budget-headers';
import type { Taken } from './gcra';
import { rateOf, type Limit, type Taker } from './limit';
import { LimitHits } from './limit-hits';
import { LimitRules } from './limit-rules';
import { RateLimit } from './rate-limit';

/** One taking, and what somebody hears who comes too often. */
export interface Spending {
  readonly by: Taker;
  readonly cost?: number;
  readonly code: string;
  readonly detail: (seconds: number) => string;
}

/** Limits that administrators set: takes from them, and refuses with everything a program needs to come back in time. */
@Injectable()
export class Limits {
  constructor(
    private readonly rates: RateLimit,
    private readonly rules: LimitRules,
    private readonly hits: LimitHits,
    private readonly context: RequestContext,
  ) {}

  /** Takes a place, or throws TooMany; answers the headers that say what is left. */
  async spend(limit: Limit, { by, cost = 1, code, detail }: Spending): Promise<Record<string, string>> {
    // Whoever is signed in has heard the rules with their session; nobody else has asked yet.
    if (!this.context.actorIfAny) await this.rules.read();
    const value = this.rules.of(limit);
    const rate = rateOf(limit, value);
    const price = Math.min(cost, rate.burst);
    const taken = await this.rates.take(`${limit.name} ${by.kind} ${by.id}`, rate, { cost: price, kept: limit.kept });
    const headers = headersOf(limit.name, { quota: value.budget, seconds: value.seconds, taken });
    if (taken.allowed) return headers;
    this.hits.count(limit.name, by);
    throw refusal(code, detail(taken.retryAfterSeconds), {
      ...headers,
      'retry-after': String(taken.retryAfterSeconds),
    });
  }
}

const headersOf = (
  policy: string,
  { quota, seconds, taken }: { quota: number; seconds: number; taken: Taken },
): Record<string, string> =>
  budgetHeaders(
    { limit: quota, remaining: taken.remaining, resetSeconds: taken.resetSeconds },
    { name: policy, seconds },
  );

const refusal = (code: string, detail: string, headers: Record<string, string>): DomainError =>
  new DomainError('TooMany', code, { detail, retryable: true, headers });
