import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import {
  Repositories,
  Sql,
  UnitOfWork,
  declaredEntities,
  ownershipOf,
  type EntityClass,
  type OrgRow,
} from '../../platform/database';
import { uuid7 } from '@st0r/crypto';

/** Builds the palette's index anew from the records, one organisation per transaction. */
@Injectable()
export class SearchRebuild {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly repositories: Repositories,
  ) {}

  /** Opens its own context; answers how many records were read. */
  run(): Promise<number> {
    return this.context.run({ requestId: `search-rebuild-${uuid7()}`, ip: null, userAgent: null }, async () => {
      const organisations = await this.sql.house<{ id: string }>(
        'SELECT id FROM organisation /* rebuilds the index of all organisations */',
      );
      let records = 0;
      for (const { id } of organisations) {
        this.context.limitTo([id]);
        records += await this.work.run(() => this.rebuild());
      }
      return records;
    });
  }

  private async rebuild(): Promise<number> {
    await this.sql.scoped('DELETE FROM search_word WHERE organisation_id IN (:scope)');
    await this.sql.scoped('DELETE FROM search_entry WHERE organisation_id IN (:scope)');
    let records = 0;
    for (const entity of declaredEntities())
      if (ownershipOf(entity).search) records += await this.repositories.of(entity as EntityClass<OrgRow>).reindex();
    return records;
  }
}
