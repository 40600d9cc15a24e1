import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { CellEdit } from './cell-edit';

/** How a column groups its list: the field of the list grammar, what of a row is compared, and its words. */
export type CellGroup<Row> = {
  field: string;
  of: (row: Row) => string | null | undefined;
  /** The words of a value; the name the server gives a group when left out. */
  words?: (value: string) => string;
};

/** One column of a list. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The field of the list grammar this column sorts by. */
  sort?: string;
  /** Numbers stand at the end, with tabular digits. */
  align?: 'end';
  /** Its cells can be changed in the list. */
  edit?: CellEdit<Row>;
  /** Rows may stand in groups by it. */
  group?: CellGroup<Row>;
  /** Left out until a person chooses it. */
  hidden?: boolean;
};

/** What the kit uses of TanStack Table; sorting and paging happen on the server. */
export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });
/** The type of `features`, for rows and headers handed to parts of the table. */
export type Features = typeof features;

/** TanStack's definitions of our columns. */
export function columnDefinitions<Row extends object>(columns: readonly Column<Row>[]) {
  const helper = createColumnHelper<Features, Row>();
  return columns.map((column) =>
    helper.display({
      id: column.id,
      header: column.header,
      cell: ({ row }) => column.cell(row.original),
      enableSorting: column.sort !== undefined,
    }),
  );
}
