import type { DataSource } from 'typeorm';
import type { EntityClass } from './ownership';
import type { HouseRow } from './rows';
import type { Written } from './statement';
import type { Statements } from './statements';

/** Rows per statement: every column is a CASE over them, so cost grows with the square of this. */
const BATCH = 100;

/** A row as it was read, and what changes in it. */
export interface RowPatch<E> {
  readonly row: E;
  readonly patch: Partial<E>;
}

interface Target<E> {
  readonly entity: EntityClass<E & object>;
  /** Owning column and the ids it may hold; null for the installation's own tables. */
  readonly scope: { column: string; ids: readonly string[] } | null;
  readonly updatedAt: Date;
}

/** Updates many rows, each with its own values, in few statements; answers how many still had the version they were read with. */
export async function updateRows<E extends HouseRow>(
  { statements, source }: { statements: Statements; source: DataSource },
  target: Target<E>,
  patches: readonly RowPatch<E>[],
): Promise<number> {
  let affected = 0;
  for (let at = 0; at < patches.length; at += BATCH) {
    const { text, params } = statement(source, target, patches.slice(at, at + BATCH));
    affected += (await statements.run<Written>(text, params)).affectedRows;
  }
  return affected;
}

function statement<E extends HouseRow>(
  source: DataSource,
  { entity, scope, updatedAt }: Target<E>,
  patches: readonly RowPatch<E>[],
): { text: string; params: unknown[] } {
  const { tableName, columns } = source.getMetadata(entity);
  const params: unknown[] = [];
  const sets = columns.flatMap((column) => {
    const name = column.propertyName as keyof E;
    const changed = patches.filter(({ patch }) => patch[name] !== undefined);
    if (changed.length === 0) return [];
    for (const { row, patch } of changed)
      params.push(row.id, source.driver.preparePersistentValue(patch[name], column));
    return [
      `${column.databaseName} = CASE id${' WHEN ? THEN ?'.repeat(changed.length)} ELSE ${column.databaseName} END`,
    ];
  });
  sets.push('updated_at = ?', 'version = version + 1');
  params.push(updatedAt);
  const where = [`id IN (${marks(patches)})`, `version = CASE id${' WHEN ? THEN ?'.repeat(patches.length)} END`];
  if (scope) where.unshift(`${scope.column} IN (${marks(scope.ids)})`);
  params.push(...(scope?.ids ?? []), ...patches.map(({ row }) => row.id));
  for (const { row } of patches) params.push(row.id, row.version);
  return { text: `UPDATE ${tableName} SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`, params };
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
