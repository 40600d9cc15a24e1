import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';

/** Runs a check of the whole installation: no person, every organisation, reads only. */
@Injectable()
export class HouseScope {
  constructor(
    private readonly context: RequestContext,
    private readonly sql: Sql,
  ) {}

  /** `work` with all organisations in scope at once. */
  everywhere<T>(work: (organisations: readonly string[]) => Promise<T>): Promise<T> {
    return this.context.run({ requestId: 'vault-check', ip: null, userAgent: null }, async () => {
      const rows = await this.sql.house<{ id: string }>(
        'SELECT id FROM organisation /* vault verification of all organisations */ ORDER BY id',
      );
      const organisations = rows.map((row) => row.id);
      this.context.limitTo(organisations);
      return work(organisations);
    });
  }

  /** `work` with one organisation in scope, inside `everywhere`. */
  async within<T>(organisation: string, work: () => Promise<T>): Promise<T> {
    this.context.limitTo([organisation]);
    return work();
  }
}
