import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LimitHits, RateLimit, RouteCosts } from '../../../platform/authorize';
import type { KeyBudget } from '../../../platform/context';
import { DomainError } from '../../../platform/errors';
import { BUDGET_SECONDS, budgetHeaders } from '../../../platform/http';
import type { FoundKey } from './key-finder';

/** Takes what requests cost from the budget each key has of its own. */
@Injectable()
export class KeySpending {
  constructor(
    private readonly rates: RateLimit,
    private readonly costs: RouteCosts,
    private readonly hits: LimitHits,
  ) {}

  async spend({ id, name, requestsPerMinute: limit }: FoundKey, request: FastifyRequest): Promise<KeyBudget> {
    const rate = { limit, periodSeconds: BUDGET_SECONDS, burst: limit };
    const cost = Math.min(limit, this.costs.of(request.method, request.routeOptions.url));
    const taken = await this.rates.take(`api key ${id}`, rate, { cost, kept: 'process' });
    const budget = { limit, remaining: taken.remaining, resetSeconds: taken.resetSeconds };
    if (taken.allowed) return budget;
    this.hits.count('requests.api_key', { kind: 'api_key', id, name });
    throw new DomainError('TooMany', 'api_key.budget_spent', {
      detail: `This API key has used up its ${limit} requests a minute. Go on in ${taken.retryAfterSeconds} seconds.`,
      retryable: true,
      headers: { ...budgetHeaders(budget), 'retry-after': String(taken.retryAfterSeconds) },
    });
  }
}
