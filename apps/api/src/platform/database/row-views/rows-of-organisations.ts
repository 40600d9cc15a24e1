import { viewedTables } from '../ownership';

/** A table whose rows belong to organisations, and which the application sees through a view alone. */
export interface OrganisationTable {
  readonly table: string;
  /** Indexes that statements name with FORCE INDEX: a view takes no such hint, so it has one of its own for each. */
  readonly forced?: readonly string[];
  /** Takes new rows itself, column by column, and no other change; the view only shows them. */
  readonly appended?: boolean;
  /** Holds sealed values: after a shredding the table is built anew, so that nothing of them is left in its pages. */
  readonly sealed?: boolean;
}

const declared = new Map<string, OrganisationTable>();

/** Each module hands in its tables of organisations' rows that no entity declares, and hints on those of its entities. */
export function declareRows(...tables: OrganisationTable[]): void {
  for (const table of tables) declared.set(table.table, table);
}

/** Every table the application sees through views alone; all of them carry `organisation_id`. */
export function organisationTables(): OrganisationTable[] {
  const entities = viewedTables().filter((table) => !declared.has(table));
  return [...entities.map((table) => ({ table })), ...declared.values()];
}

/** The view that stands for a table, or for it with an index that is to be taken. */
export const viewOf = (table: string, index?: string): string =>
  index === undefined ? `held_${table}` : `held_${table}__${index.toLowerCase()}`;

/** Every view on a table. */
export const viewsOf = ({ table, forced = [] }: OrganisationTable): string[] => [
  viewOf(table),
  ...forced.map((index) => viewOf(table, index)),
];
