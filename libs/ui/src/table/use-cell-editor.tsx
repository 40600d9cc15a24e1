import { useMemo } from 'react';
import { kit } from '../kit-messages';
import { useCellDraft, type CellEditing } from './cell-edit';
import { CellEditor, type CellStep } from './cell-editor';
import type { Column } from './columns';

type EditorOptions<Row> = {
  rows: readonly Row[];
  /** The columns shown, in their order. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  editing?: CellEditing<Row>;
};

/** Changing cells of a table where they stand: which can be, the one that is, and where its keys lead. */
export function useCellEditor<Row>({ rows, columns, rowId, rowName, editing }: EditorOptions<Row>) {
  const { draft, start, commit, type, giveUp } = useCellDraft(editing);
  const editable = useMemo(
    () => (editing ? columns.filter(({ edit }) => edit !== undefined).map(({ id }) => id) : []),
    [columns, editing],
  );
  const cells = useMemo(() => new Set(editable), [editable]);
  function edit(place: number, column: string): void {
    const row = rows[place];
    const how = columns.find(({ id }) => id === column)?.edit;
    if (row !== undefined && how) void start({ id: rowId(row), column, edit: how, row });
  }
  /** The editor of the row at a place, if one of its cells is being changed. */
  function editorAt(place: number, moveTo: (place: number, column: string) => void) {
    const row = rows[place];
    if (row === undefined || draft?.id !== rowId(row)) return undefined;
    const column = columns.find(({ id }) => id === draft.column);
    const how = column?.edit;
    if (!column || !how) return undefined;
    async function handleDone(step: CellStep, value?: string): Promise<void> {
      if (row === undefined || !how || !column || !(await commit(row, how, value))) return;
      if (step === 'down') moveTo(place + 1, column.id);
      if (step === 'next' || step === 'previous') goOn(step === 'next' ? 1 : -1, column.id);
    }
    function goOn(by: 1 | -1, from: string): void {
      const at = editable.indexOf(from) + by;
      const next = editable[at];
      const other = by === 1 ? editable[0] : editable.at(-1);
      const target = next === undefined ? { place: place + by, column: other } : { place, column: next };
      if (target.column === undefined || rows[target.place] === undefined) moveTo(place, from);
      else edit(target.place, target.column);
    }
    function handleGiveUp(): void {
      giveUp();
      moveTo(place, draft?.column ?? '');
    }
    const label = kit('editCellNamed', { column: column.header, name: rowName(row) });
    const control = (
      <CellEditor
        key={`${draft.id} ${draft.column}`}
        {...{ label, row, edit: how, draft }}
        onType={type}
        onDone={(step, value) => void handleDone(step, value)}
        onGiveUp={handleGiveUp}
      />
    );
    return { column: draft.column, control };
  }
  const cellsOf = (row: Row) => (editing?.may(row) ? cells : undefined);
  return { editable, cellsOf, edit, editorAt };
}
