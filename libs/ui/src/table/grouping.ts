import { joinValues, splitValues } from '@st0r/list-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListGroup, ListState } from '../list/list-state';
import type { CellGroup, Column } from './columns';

/** The head of one group: its words, its rows, and whether they are folded away. */
export type GroupHead = { value: string | null; words: string | undefined; count: number | undefined; folded: boolean };

/** What a table draws, from top to bottom: heads of groups, and rows by their place in the list. */
export type TableItem = { head: GroupHead } | { place: number };

/** How a list stands in groups, kept in the URL as `group=status` and `folded=retired`. */
export function useGrouping<Row>(columns: readonly Column<Row>[]) {
  const [search, setSearch] = useSearchParams();
  const field = search.get('group');
  const text = search.get('folded') ?? '';
  const folded = useMemo(() => new Set(foldedOf(text)), [text]);
  const column = columns.find(({ group }) => group !== undefined && group.field === field);
  /** Another page of rows begins with every change, so the cursor goes. */
  function change(values: Record<string, string | undefined>): void {
    setSearch(
      (before) => {
        before.delete('cursor');
        for (const [key, value] of Object.entries(values)) {
          if (value) before.set(key, value);
          else before.delete(key);
        }
        return before;
      },
      { replace: true },
    );
  }
  function toggle(value: string | null): void {
    const others = [...folded].filter((each) => each !== value);
    const next = others.length < folded.size ? others : [...others, value];
    change({ folded: joinValues(next.map((each) => each ?? '')) });
  }
  const choose = (next: string | undefined) => change({ group: next, folded: undefined });
  return { column, folded, toggle, choose };
}

function foldedOf(text: string): (string | null)[] {
  const list = text === '' ? undefined : splitValues(text);
  return list?.ok ? list.values.map((value) => (value === '' ? null : value)) : [];
}

type Read<Row> = Pick<ListState<Row>, 'rows' | 'groups'> & {
  /** Whether more rows lie behind those read so far. */
  unread: boolean;
};

/**
 * Heads and rows in their order. Groups that lie behind the rows read so far have no head yet. A row is always there: one
 * whose group was not counted, because there are too many or it came since, stands under a head without a number.
 */
export function itemsOf<Row>(
  { rows, groups, unread }: Read<Row>,
  { by, folded }: { by: Column<Row> | undefined; folded: ReadonlySet<string | null> },
): TableItem[] {
  const group = by?.group;
  if (!group) return rows.map((_, place) => ({ place }));
  const places = Map.groupBy(rows.keys(), (place) => (rows[place] && group.of(rows[place])) ?? null);
  const counted: Counted[] = groups?.data.slice() ?? [];
  const last = [...counted.keys()].findLast((at) => places.has(counted[at]?.value ?? null)) ?? -1;
  const known = new Set(counted.map(({ value }) => value ?? null));
  const others = [...places.keys()].filter((value) => !known.has(value)).map((value) => ({ value, count: undefined }));
  return counted
    .filter((each, at) => !unread || at <= last || folded.has(each.value ?? null))
    .concat(others)
    .flatMap((each) => {
      const head = headOf(each, group, folded);
      // Rows of a page read before they were folded are still here for a moment.
      const shown = head.folded ? [] : (places.get(head.value) ?? []);
      return [{ head }, ...shown.map((place) => ({ place }))];
    });
}

type Counted = Omit<ListGroup, 'count'> & { count: number | undefined };

function headOf<Row>(
  { value = null, label, count }: Counted,
  { words }: CellGroup<Row>,
  folded: ReadonlySet<string | null>,
): GroupHead {
  return {
    value,
    words: value === null ? undefined : (label ?? words?.(value) ?? value),
    count,
    folded: folded.has(value),
  };
}
