import { Injectable } from '@nestjs/common';
import type { Actor } from '../context';
import { declareLimit } from './limit';
import { Limits } from './limits';
import { RouteCosts } from './route-costs';

/** Far more than anybody can click, and little enough that one script holds up nobody else. */
const REQUESTS = declareLimit({
  name: 'requests.person',
  says: 'Requests of one signed-in person, over all their browsers and tokens. A search takes five, a change of many records ten.',
  budget: 6000,
  seconds: 60,
  burst: 6000,
  bounds: { budget: { least: 600, most: 1_000_000 }, seconds: { least: 10, most: 3600 } },
  kept: 'process',
});

/** What a person may ask in all, as API keys have a budget each. */
@Injectable()
export class PersonBudget {
  constructor(
    private readonly limits: Limits,
    private readonly costs: RouteCosts,
  ) {}

  /** Takes what the route costs; answers the headers that say what is left. `route` is the template of its address. */
  spend({ id, name }: Actor, method: string, route: string | undefined): Promise<Record<string, string>> {
    return this.limits.spend(REQUESTS, {
      by: { kind: 'user', id, name },
      cost: this.costs.of(method, route),
      code: 'person.budget_spent',
      detail: (seconds) => `You have sent too many requests in a short time. Go on in ${seconds} seconds.`,
    });
  }
}
