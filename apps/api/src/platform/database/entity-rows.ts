import type { DataSource, EntityMetadata, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { conditionsOf } from './conditions';
import type { EntityClass } from './ownership';
import type { Statement } from './statement';

type Values = Record<string, unknown>;
type ColumnMetadata = EntityMetadata['columns'][number];
type Back = (value: unknown) => unknown;

/** Types the driver answers just as the entity holds them. */
const AS_IT_IS = new Set(['uuid', 'varchar', 'char', 'text', 'mediumtext', 'longtext', 'int', 'tinyint', 'bigint']);
const BINARY = new Set(['binary', 'varbinary', 'blob', 'mediumblob', 'longblob']);

/**
 * Statements on the rows of one entity. TypeORM knows the columns and how their values travel; its query builders would
 * cost more than the database does.
 */
export class EntityRows<E extends object> {
  private readonly metadata: EntityMetadata;
  private readonly selection: string;
  private readonly back: readonly (readonly [property: string, convert: Back])[];

  constructor(
    private readonly source: DataSource,
    private readonly entity: EntityClass<E>,
  ) {
    this.metadata = source.getMetadata(entity);
    const { columns } = this.metadata;
    this.selection = columns.map((column) => `\`${column.databaseName}\` AS \`${column.propertyName}\``).join(', ');
    this.back = columns.flatMap((column) => {
      const plain = !column.transformer && (AS_IT_IS.has(String(column.type)) || BINARY.has(String(column.type)));
      if (plain) return [];
      return [[column.propertyName, (value) => source.driver.prepareHydratedValue(value, column)] as const];
    });
  }

  /** A read of rows in the shape of the entity. */
  select(where: FindOptionsWhere<E>, { order, take }: { order?: FindOptionsOrder<E>; take?: number } = {}): Statement {
    const { text, params } = this.where(where);
    const keys = Object.entries(order ?? {}).map(
      ([name, way]) => `${this.name(name)} ${way === 'DESC' ? 'DESC' : 'ASC'}`,
    );
    const ordered = keys.length > 0 ? ` ORDER BY ${keys.join(', ')}` : '';
    const limited = take === undefined ? '' : ` LIMIT ${Math.trunc(take)}`;
    return { text: `SELECT ${this.selection} FROM ${this.table}${text}${ordered}${limited}`, params };
  }

  count(where: FindOptionsWhere<E>): Statement {
    const { text, params } = this.where(where);
    return { text: `SELECT COUNT(*) AS total FROM ${this.table}${text}`, params };
  }

  insert(rows: readonly E[]): Statement {
    const { columns } = this.metadata;
    const params: unknown[] = [];
    const values = rows.map((row) => {
      const marks = columns.map((column) => {
        const value = this.forth(column, (row as Values)[column.propertyName]);
        if (value === undefined) return 'DEFAULT';
        params.push(value);
        return '?';
      });
      return `(${marks.join(', ')})`;
    });
    const names = columns.map((column) => `\`${column.databaseName}\``).join(', ');
    return { text: `INSERT INTO ${this.table} (${names}) VALUES ${values.join(', ')}`, params };
  }

  update(where: FindOptionsWhere<E>, set: Partial<E>): Statement {
    const given = Object.entries(set).filter(([, value]) => value !== undefined);
    const params = given.map(([name, value]) => this.forth(this.column(name), value));
    const { text, params: among } = this.where(where);
    const sets = given.map(([name]) => `${this.name(name)} = ?`).join(', ');
    return { text: `UPDATE ${this.table} SET ${sets}${text}`, params: [...params, ...among] };
  }

  delete(where: FindOptionsWhere<E>): Statement {
    const { text, params } = this.where(where);
    return { text: `DELETE FROM ${this.table}${text}`, params };
  }

  /** A row as the driver answered it, as an entity. */
  made(row: object): E {
    const values = row as Values;
    for (const [property, convert] of this.back) values[property] = convert(values[property]);
    return Object.assign(new this.entity(), values);
  }

  private get table(): string {
    return `\`${this.metadata.tableName}\``;
  }

  private where(where: FindOptionsWhere<E>): Statement {
    return conditionsOf(where as Values, (name, value) => {
      const column = this.column(name);
      return { column: `\`${column.databaseName}\``, value: this.forth(column, value) };
    });
  }

  private column(property: string): ColumnMetadata {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${this.entity.name} has no property ${property}`);
    return column;
  }

  private name(property: string): string {
    return `\`${this.column(property).databaseName}\``;
  }

  private forth(column: ColumnMetadata, value: unknown): unknown {
    return this.source.driver.preparePersistentValue(value, column);
  }
}
