import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What of the schema this release itself reads and writes, as its entities say. */
@Injectable()
export class SchemaUse {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Whether this release would not work without a table, or a `table.column`; undefined of a table without an entity. */
  needs(thing: string): boolean | undefined {
    const [table, column] = thing.split('.');
    const entity = this.source.entityMetadatas.find(({ tableName }) => tableName === table);
    return entity && (!column || entity.columns.some(({ databaseName }) => databaseName === column));
  }
}
