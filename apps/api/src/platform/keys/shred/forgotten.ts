/** Columns that are emptied when their organisation is shredded: not sealed themselves, and still telling. */
export interface ForgottenColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

const known: ForgottenColumns[] = [];

/** Each module hands in its columns; the table has an `organisation_id`. */
export function declareForgotten(columns: ForgottenColumns): void {
  if (!known.includes(columns)) known.push(columns);
}

export const forgottenColumns = (): readonly ForgottenColumns[] => known;
