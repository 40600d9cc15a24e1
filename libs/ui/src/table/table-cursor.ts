import { useRef, useState, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import type { Selection } from '../list/selection';
import { kit } from '../kit-messages';
import type { Hotkey } from '../keys/hotkeys';
import { useHotkeys } from '../keys/use-hotkeys';

/** A key that acts on the row under the cursor. */
export type RowKey<Row> = { id: string; keys: string; label: string; run: (row: Row) => void };

type CursorProps<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  rowHref?: (row: Row) => string;
  onPeek?: (row: Row) => void;
  selection?: Selection;
  rowKeys?: readonly RowKey<Row>[];
  /** Brings a row that is not drawn into view. */
  reveal: (place: number) => void;
  table: RefObject<HTMLElement | null>;
  /** Columns whose cells can be changed, as they stand; none where nothing can. */
  cells?: readonly string[];
  onEdit?: (place: number, column: string) => void;
};

/** The cursor of a list: one row takes the focus, keys move it and act on it. */
export function useTableCursor<Row>(props: CursorProps<Row>) {
  const [place, setPlace] = useState(-1);
  const anchor = useRef(-1);
  // Keys may come faster than frames: until the focus has arrived, the cell it is on its way to counts.
  const heading = useRef<{ column: string | undefined; frame: number }>(undefined);
  const navigate = useNavigate();
  const { rows, rowId, selection } = props;
  const cells = props.cells ?? [];
  const cellNow = () => (heading.current ? heading.current.column : cellInFocus(props.table.current));
  function moveTo(next: number, column = cellNow()) {
    const target = Math.max(0, Math.min(rows.length - 1, next));
    setPlace(target);
    props.reveal(target);
    if (heading.current) cancelAnimationFrame(heading.current.frame);
    const from = document.activeElement;
    // A virtual row exists only after the scroll has been drawn.
    const frame = requestAnimationFrame(() => {
      heading.current = undefined;
      // Whatever was opened meanwhile took the focus, and keeps it: an editor that loses it is closed.
      if (document.activeElement !== from && document.activeElement !== document.body) return;
      const row = props.table.current?.querySelector<HTMLElement>(`[data-row="${target}"]`);
      const cell = [...(row?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])].find(
        ({ dataset }) => dataset['cell'] === column,
      );
      (cell ?? row)?.focus({ preventScroll: false });
    });
    heading.current = { column, frame };
  }
  const onRow = (run: (row: Row, at: number) => void) => () => {
    const row = rows[place];
    if (row !== undefined) run(row, place);
  };
  function select(row: Row, at: number) {
    selection?.toggle(rowId(row));
    anchor.current = at;
  }
  function selectRange(_: Row, at: number) {
    const [from, to] = [Math.min(at, Math.max(anchor.current, 0)), Math.max(at, anchor.current)];
    selection?.add(rows.slice(from, to + 1).map(rowId));
  }
  function moveAside(by: 1 | -1) {
    const column = cellNow();
    const at = column === undefined ? (by === 1 ? -1 : cells.length) : cells.indexOf(column);
    const next = cells[Math.max(0, Math.min(cells.length - 1, at + by))];
    if (next !== undefined) moveTo(Math.max(place, 0), next);
  }
  const edited = () => cellNow() ?? cells[0] ?? '';
  const keys: (Hotkey | false | undefined)[] = [
    { id: 'row.next', keys: 'j, arrowdown', label: kit('nextRow'), run: () => moveTo(place + 1) },
    { id: 'row.previous', keys: 'k, arrowup', label: kit('previousRow'), run: () => moveTo(place - 1) },
    props.rowHref && {
      id: 'row.open',
      keys: 'enter',
      label: kit('openRow'),
      run: onRow((row) => void navigate(props.rowHref?.(row) ?? '.')),
    },
    props.onPeek && { id: 'row.peek', keys: 'space', label: kit('peekRow'), run: onRow((row) => props.onPeek?.(row)) },
    selection && { id: 'row.select', keys: 'x', label: kit('selectRow'), run: onRow(select) },
    selection && { id: 'row.range', keys: 'shift+x', label: kit('selectRange'), run: onRow(selectRange) },
    ...(cells.length > 0
      ? [
          { id: 'cell.edit', keys: 'e', label: kit('editCell'), run: onRow((_, at) => props.onEdit?.(at, edited())) },
          { id: 'cell.next', keys: 'arrowright', label: kit('nextCell'), run: () => moveAside(1) },
          { id: 'cell.previous', keys: 'arrowleft', label: kit('previousCell'), run: () => moveAside(-1) },
        ]
      : []),
  ];
  const own = (props.rowKeys ?? []).map((key) => ({ ...key, run: onRow((row) => key.run(row)) }));
  // A key the list gives another meaning has no longer its usual one, in the key help either.
  const taken = new Set(own.map((key) => key.keys));
  const usual = keys.filter((key): key is Hotkey => Boolean(key && !taken.has(key.keys)));
  const group = kit('list');
  useHotkeys(rows.length === 0 ? [] : [...usual, ...own].map((key) => ({ group, ...key })));
  return { place, setPlace, moveTo, select, selectRange };
}

/** The column of the cell that has the focus. */
function cellInFocus(table: HTMLElement | null): string | undefined {
  const focused = document.activeElement;
  return table?.contains(focused) ? focused?.closest<HTMLElement>('[data-cell]')?.dataset['cell'] : undefined;
}
