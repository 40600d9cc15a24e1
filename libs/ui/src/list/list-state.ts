import type { SortKey } from '@st0r/list-query';

/** One group of a list: the value its rows share, its name where that is an id, and how many rows it has. */
export type ListGroup = { value?: string | null; label?: string | null; count: number };

/** One list as a page sees it: rows, what is under way, and what the URL says. Made by the application's `useList`. */
export type ListState<Row> = {
  rows: readonly Row[];
  status: 'loading' | 'error' | 'ready';
  error: unknown;
  retry: () => void;
  /** Rows that match in total, when the server was asked to count. */
  total?: number;
  /** The groups of a list that stands in groups, in the order of its rows; `complete` unless there are too many. */
  groups?: { data: readonly ListGroup[]; complete: boolean };
  /** Fetches the next page below this one; absent at the end. */
  more?: () => void;
  loadingMore: boolean;
  /** Leaves a page reached by its address for the first one; absent on the first. */
  toStart?: () => void;
  /** The filters as a person writes them, for example `status:active fw`. */
  chips: string;
  setChips: (chips: string) => void;
  sort: readonly SortKey[];
  setSort: (sort: readonly SortKey[]) => void;
};
