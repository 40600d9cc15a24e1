import { Injectable } from '@nestjs/common';
import { encodeCursor, type Cursor, type ListQuery, type SortKey } from '@st0r/list-query';
import { RequestContext } from '../context';
import { CodeColumns, HOUSE, Statements, snake, type Statement } from '../database';
import { anyScript, widened } from './any-script';
import { COUNT_CAP, GROUP_CAP, GROUPED_ROWS_CAP, compileCount, compileGroups, compilePage } from './compile-list';
import type { ListSpec } from './define-list';

type Row = Record<string, unknown>;

/** One group of a list: the value its rows share, and how many they are. */
export interface Group {
  value: string | null;
  /** The name of the record the value is the id of. */
  label: string | null;
  count: number;
}

/** The groups of a list in the order of its rows. */
export interface Groups {
  data: Group[];
  /** Whether these are all groups, counted over all rows. */
  complete: boolean;
}

/** One page of plain rows in property names. */
export interface Page<T = Row> {
  rows: T[];
  /** Cursor of the next page; null at the end. */
  next: string | null;
  /** Cursor of the page before; null at the start. */
  prev: string | null;
  /** Capped at 10,001; null unless asked for. */
  total: number | null;
  /** Of the first page of a list in groups; null anywhere else. */
  groups?: Groups | null;
  limit: number;
  /** Cursor of each row, for GraphQL edges. */
  cursorOf: (row: T) => string;
}

/** Runs declared lists: select only what leaves, keyset paging, capped totals. */
@Injectable()
export class Lists {
  constructor(
    private readonly statements: Statements,
    private readonly context: RequestContext,
    private readonly codes: CodeColumns,
  ) {}

  /** One page of `properties`; the organisation scope comes from the context. */
  async page(spec: ListSpec, query: ListQuery, properties: readonly string[]): Promise<Page> {
    const scope = spec.scopeColumn ? this.context.scope : [];
    // Quoted: a property may be called "primary".
    const columns = [...new Set(['id', ...properties])].map((name) => `${columnOf(spec, name)} AS \`${name}\``);
    for (const { field } of query.sort) columns.push(`${columnOf(spec, field)} AS sort_${snake(field)}`);
    const statement = compilePage(spec, query, { scope, columns, compared: await this.compared(spec, query) });
    const rows = await this.ask<Row[]>(spec, statement);
    const more = rows.length > query.limit;
    if (more) rows.pop();
    if (query.cursor?.before) rows.reverse();
    return {
      rows,
      ...neighbours(query, rows, more),
      total: query.total ? await this.count(spec, query) : null,
      groups: await this.groups(spec, query),
      limit: query.limit,
      cursorOf: (row) => encodeCursor(query.sort, cursor(row, query.sort)),
    };
  }

  /** The capped number of rows a query would find. */
  async count(spec: ListSpec, query: ListQuery): Promise<number> {
    const compared = await this.compared(spec, query);
    const statement = compileCount(compared, query, spec.scopeColumn ? this.context.scope : []);
    const [row] = await this.ask<{ total: string }[]>(spec, statement);
    return Math.min(Number(row?.total ?? 0), COUNT_CAP);
  }

  private async groups(spec: ListSpec, { group, ...query }: ListQuery): Promise<Groups | null> {
    if (group === undefined || query.cursor) return null;
    const compared = await this.compared(spec, query);
    const scope = spec.scopeColumn ? this.context.scope : [];
    const statement = compileGroups(compared, { ...query, group }, scope);
    const rows = await this.ask<{ value: string | null; count: string }[]>(spec, statement);
    const data = rows.slice(0, GROUP_CAP).map(({ value, count }) => ({ value, label: null, count: Number(count) }));
    const counted = data.reduce((sum, { count }) => sum + count, 0);
    return { data, complete: rows.length <= GROUP_CAP && counted <= GROUPED_ROWS_CAP };
  }

  /** What a list shows instead of organisations' rows is the installation's own. */
  private ask<T>({ instead }: ListSpec, { text, params }: Statement): Promise<T> {
    return instead ? this.statements.among<T>([HOUSE], text, params) : this.statements.run<T>(text, params);
  }

  private async compared(spec: ListSpec, query: ListQuery): Promise<ListSpec> {
    const script = anyScript(query);
    return script ? widened(spec, script, await this.codes.all()) : spec;
  }
}

function columnOf(spec: ListSpec, property: string): string {
  return spec.fields[property]?.column ?? snake(property);
}

/** Cursors of the pages on both sides. Whoever came from one side knows that there are rows on it. */
function neighbours(
  { sort, cursor: from }: ListQuery,
  rows: readonly Row[],
  more: boolean,
): Pick<Page, 'next' | 'prev'> {
  const [first, last] = [rows[0], rows.at(-1)];
  const back = from?.before === true;
  const forth = back || more;
  return {
    next: last && forth ? encodeCursor(sort, cursor(last, sort)) : null,
    prev: first && from && (!back || more) ? encodeCursor(sort, { ...cursor(first, sort), before: true }) : null,
  };
}

function cursor(row: Row, sort: readonly SortKey[]): Cursor {
  return {
    id: String(row['id']),
    values: sort.map(({ field }) => {
      const value = row[`sort_${snake(field)}`];
      return value === null || value === undefined ? null : String(value);
    }),
  };
}
