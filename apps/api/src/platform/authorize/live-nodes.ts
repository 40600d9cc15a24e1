import { Injectable } from '@nestjs/common';

/** How many API processes share the budgets that each counts in its own memory. The heartbeat brings it up to date. */
@Injectable()
export class LiveNodes {
  private known = 1;

  /** At least this process, also while the database is away and nobody knows more than before. */
  get count(): number {
    return this.known;
  }

  heard(count: number): void {
    this.known = Math.max(1, count);
  }
}
