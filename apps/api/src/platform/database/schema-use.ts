import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What of the schema this release itself reads and writes, as its entities say; of a table without one nothing is known. */
@Injectable()
export class SchemaUse {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** True for a table, or a `table.column`, without which this release would not work. */
  needs(thing: string): boolean {
    const [table, column] = thing.split('.');
    const entity = this.source.entityMetadatas.find(({ tableName }) => tableName === table);
    return Boolean(entity && (!column || entity.columns.some(({ databaseName }) => databaseName === column)));
  }
}
