import { useTable, type Row as TableRowModel } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { kit } from '../kit-messages';
import type { ListState } from '../list/list-state';
import type { Selection } from '../list/selection';
import { ErrorState, NoResult, Skeleton } from '../state/states';
import type { CellEditing } from './cell-edit';
import { columnDefinitions, features, type Column, type Features } from './columns';
import { itemsOf, useGrouping, type GroupHead } from './grouping';
import { GroupRow } from './group-row';
import { ListFoot } from './list-foot';
import { useTableCursor, type RowKey } from './table-cursor';
import { TableHead } from './table-head';
import { endColumns, TableRow } from './table-row';
import { useColumnChoice, useDensity } from './table-view';
import { useCellEditor } from './use-cell-editor';

/** More rows than this are drawn only where they are seen. */
const virtualAbove = 200;

type DataTableProps<Row extends object> = {
  /** The name of the list for screen readers. */
  label: string;
  list: ListState<Row>;
  /** Keep this array outside the component: a new one on each render rebuilds the table. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  rowHref?: (row: Row) => string;
  onPeek?: (row: Row) => void;
  selection?: Selection;
  rowKeys?: readonly RowKey<Row>[];
  /** Lets cells of columns with `edit` be changed where they stand. */
  editing?: CellEditing<Row>;
  /** Shown when there is nothing at all, not when filters hide it. */
  empty: ReactNode;
};

/** The list of the house in its four states: loading, error, empty, filled. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { list } = props;
  if (list.status === 'loading') return <Skeleton shape="rows" lines={10} />;
  if (list.status === 'error' && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  // Every group may be folded: then there are rows, and none of them here.
  if (list.rows.length > 0 || list.groups?.data.length) return <FilledTable {...props} />;
  return list.chips.trim() === '' ? props.empty : <NoResult onClear={() => list.setChips('')} />;
}

function FilledTable<Row extends object>(props: DataTableProps<Row>) {
  const { list, columns, rowId, selection } = props;
  const { shown } = useColumnChoice(columns);
  const density = useDensity();
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const table = useTable<Features, Row>({
    features,
    columns: definitions,
    data: list.rows,
    getRowId: rowId,
    manualSorting: true,
    state: {
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, shown.has(id)])),
      rowSelection: Object.fromEntries([...(selection?.ids ?? [])].map((id) => [id, true as const])),
    },
  });
  const models = table.getRowModel().rows;
  const grouping = useGrouping(columns);
  const { rows, groups, more } = list;
  const unread = more !== undefined;
  const { column: by, folded } = grouping;
  const items = useMemo(() => itemsOf({ rows, groups, unread }, { by, folded }), [rows, groups, unread, by, folded]);
  const virtual = useRowWindow(items.length, scroller, density.compact);
  const drawn = useMemo(() => columns.filter(({ id }) => shown.has(id)), [columns, shown]);
  const editor = useCellEditor({ ...props, rows: list.rows, columns: drawn });
  const cursor = useTableCursor({
    ...props,
    rows: list.rows,
    reveal: (place) => virtual.reveal(items.findIndex((item) => 'place' in item && item.place === place)),
    table: scroller,
    cells: editor.editable,
    onEdit: editor.edit,
  });
  const ends = useMemo(() => endColumns(columns), [columns]);
  function handleToggle(place: number, range: boolean) {
    const row = list.rows[place];
    if (row !== undefined) (range ? cursor.selectRange : cursor.select)(row, place);
  }
  const ids = list.rows.map(rowId);
  const ticked = ids.filter((id) => selection?.ids.has(id)).length;
  const all = selection && {
    checked: ticked === ids.length,
    some: ticked > 0,
    onToggle: () => (ticked === ids.length ? selection.clear() : selection.add(ids)),
  };
  const draw = (model: TableRowModel<Features, Row>, place: number) => (
    <TableRow
      key={model.id}
      model={model}
      place={place}
      cursor={cursor.place === place}
      tabStop={Math.max(cursor.place, 0) === place}
      ends={ends}
      name={props.rowName(model.original)}
      href={props.rowHref?.(model.original)}
      selectable={selection !== undefined}
      onFocus={cursor.setPlace}
      onToggle={handleToggle}
      cells={editor.cellsOf(model.original)}
      onEdit={editor.edit}
      editor={editor.editorAt(place, cursor.moveTo)}
    />
  );
  const drawAt = (place: number) => {
    const model = models[place];
    return model && draw(model, place);
  };
  const head = (group: GroupHead) => (
    <GroupRow
      key={`group ${group.value}`}
      head={group}
      by={by?.header ?? ''}
      span={drawn.length + (selection ? 1 : 0)}
      complete={list.groups?.complete ?? true}
      onToggle={grouping.toggle}
    />
  );
  return (
    <>
      <div
        ref={scroller}
        className="st-table-scroller"
        data-compact={density.compact || undefined}
        data-virtual={virtual.on || undefined}
      >
        <table className="st-table" aria-label={props.label} aria-rowcount={list.total ?? list.rows.length}>
          <TableHead columns={drawn} sort={list.sort} onSort={list.setSort} all={all} />
          <tbody>
            <Spacer height={virtual.before} />
            {virtual.places.map((at) => {
              const item = items[at];
              return item && ('head' in item ? head(item.head) : drawAt(item.place));
            })}
            <Spacer height={virtual.after} />
          </tbody>
        </table>
      </div>
      <ListFoot list={list} label={kit('rows', { n: list.rows.length })} />
    </>
  );
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" className="st-spacer" style={{ height }} /> : null;
}

function useRowWindow(count: number, scroller: React.RefObject<HTMLDivElement | null>, compact: boolean) {
  const on = count > virtualAbove;
  const virtualizer = useVirtualizer({
    count,
    enabled: on,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? 32 : 40),
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
  });
  const items = virtualizer.getVirtualItems();
  if (!on)
    return {
      on,
      places: Array.from({ length: count }, (_, place) => place),
      before: 0,
      after: 0,
      reveal: () => undefined,
    };
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const reveal = (place: number) => virtualizer.scrollToIndex(place);
  return { on, places: items.map((item) => item.index), before: items[0]?.start ?? 0, after, reveal };
}
