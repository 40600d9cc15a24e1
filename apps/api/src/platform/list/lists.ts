import { Injectable } from '@nestjs/common';
import { encodeCursor, type Cursor, type ListQuery } from '@st0r/list-query';
import { RequestContext } from '../context';
import { UnitOfWork, snake } from '../database';
import { COUNT_CAP, compileCount, compilePage } from './compile-list';
import type { ListSpec } from './define-list';

type Row = Record<string, unknown>;

/** One page of plain rows in property names. */
export interface Page<T = Row> {
  rows: T[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
  /** Capped at 10,001; null unless asked for. */
  total: number | null;
  limit: number;
  /** Cursor of each row, for GraphQL edges. */
  cursorOf: (row: T) => string;
}

/** Runs declared lists: select only what leaves, keyset paging, capped totals. */
@Injectable()
export class Lists {
  constructor(
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
  ) {}

  /** One page of `properties`; the organisation scope comes from the context. */
  async page(spec: ListSpec, query: ListQuery, properties: readonly string[]): Promise<Page> {
    const scope = spec.scopeColumn ? this.context.scope : [];
    const sortProperties = query.sort.map((key) => key.field);
    // Quoted: a property may be called "primary".
    const columns = [...new Set(['id', ...properties])].map((name) => `${columnOf(spec, name)} AS \`${name}\``);
    for (const key of sortProperties) columns.push(`${columnOf(spec, key)} AS sort_${snake(key)}`);
    const statement = compilePage(spec, query, { scope, columns });
    const rows = (await this.work.manager.query(statement.text, statement.params)) as Row[];
    const more = rows.length > query.limit;
    if (more) rows.pop();
    const cursorOf = (row: Row): string => encodeCursor(query.sort, cursor(row, sortProperties));
    const last = rows.at(-1);
    return {
      rows,
      next: more && last ? cursorOf(last) : null,
      total: query.total ? await this.count(spec, query) : null,
      limit: query.limit,
      cursorOf,
    };
  }

  /** The capped number of rows a query would find. */
  async count(spec: ListSpec, query: ListQuery): Promise<number> {
    const statement = compileCount(spec, query, spec.scopeColumn ? this.context.scope : []);
    const [row] = (await this.work.manager.query(statement.text, statement.params)) as { total: number }[];
    return Math.min(Number(row?.total ?? 0), COUNT_CAP);
  }
}

function columnOf(spec: ListSpec, property: string): string {
  return spec.fields[property]?.column ?? snake(property);
}

function cursor(row: Row, sort: readonly string[]): Cursor {
  return {
    id: String(row['id']),
    values: sort.map((key) => {
      const value = row[`sort_${snake(key)}`];
      return value === null || value === undefined ? null : String(value);
    }),
  };
}
