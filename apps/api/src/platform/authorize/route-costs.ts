import { Injectable } from '@nestjs/common';
import { RATE_COST } from './authorize.decorator';
import { BootCheck } from './boot-check';

/** A GraphQL document asks up to five questions at once. */
const GRAPHQL_COST = RATE_COST.search;

/** What a request takes of the budget of whoever sends it, by its route. */
@Injectable()
export class RouteCosts {
  private costs: ReadonlyMap<string, number> | undefined;

  constructor(private readonly handlers: BootCheck) {}

  /** `url` is the route's template, undefined for an address that leads nowhere. */
  of(method: string, url: string | undefined): number {
    if (url === '/api/graphql') return GRAPHQL_COST;
    this.costs ??= new Map(
      this.handlers
        .handlers()
        .map(({ name, access }) => [name, RATE_COST[(access?.kind !== 'public' && access?.rate) || 'plain']]),
    );
    return this.costs.get(`${method} ${(url ?? '').replace('/api/v1', '')}`) ?? RATE_COST.plain;
  }
}
