import { useRef, useState } from 'react';
import type { Choice } from '../form/controls';
import { asProblem } from '../form/problem';

/** How the cells of a column are changed where they stand; `field` is the property a change writes. */
export type CellEdit<Row> = { field: keyof Row & string } & (
  | { as: 'text' | 'day' }
  | { as: 'choice'; choices: (row: Row) => readonly Choice[] }
  | {
      as: 'record';
      /** The name of the record chosen now. */
      label: (row: Row) => string | undefined;
      search: (row: Row) => (text: string) => Promise<readonly Choice[]>;
    }
);

/** One changed cell. An emptied one is null. */
export type CellChange<Row> = { row: Row; field: keyof Row & string; value: string | null };

/** Who may change which row, and how a change is kept. `save` throws what the server refused. */
export type CellEditing<Row> = { may: (row: Row) => boolean; save: (change: CellChange<Row>) => Promise<void> };

/** A cell that is being changed: what it was, what stands there now, and why the server refused it. */
export type CellDraft = { id: string; column: string; before: string; value: string; problem?: string; busy?: boolean };

type Target<Row> = { id: string; column: string; edit: CellEdit<Row>; row: Row };

/** What a cell holds, as its editor shows it. */
export function cellText<Row>(row: Row, { field }: CellEdit<Row>): string {
  const value = row[field];
  return value === null || value === undefined ? '' : String(value);
}

/** The one cell of a table that is being changed. A refused value stays until it is accepted or given up. */
export function useCellDraft<Row>(editing: CellEditing<Row> | undefined) {
  const [draft, setDraft] = useState<CellDraft>();
  // The control may still tell of a blur after its value was kept: what counts is what is open now.
  const open = useRef<CellDraft>(undefined);
  const pending = useRef<Promise<boolean>>(undefined);
  // The row as it was when the cell was opened: what somebody else saved meanwhile must not be overwritten unseen.
  const opened = useRef<{ row: Row; edit: CellEdit<Row> }>(undefined);
  function set(next: CellDraft | undefined): void {
    open.current = next;
    setDraft(next);
  }
  /** Opens a cell, once the one before it is kept, or not at all while that was refused. */
  async function start({ id, column, edit, row }: Target<Row>): Promise<void> {
    if (!editing?.may(row) || (pending.current && !(await pending.current))) return;
    const { current: other } = opened;
    if (open.current && other && !(await commit(other.row, other.edit))) return;
    const before = cellText(row, edit);
    opened.current = { row, edit };
    set({ id, column, before, value: before });
  }
  /** Keeps what stands in the cell, or `value`. False when the server refused it. */
  async function commit(row: Row, edit: CellEdit<Row>, given?: string): Promise<boolean> {
    const { current } = open;
    if (!current) return true;
    const value = given ?? current.value;
    if (value.trim() === current.before) {
      set(undefined);
      return true;
    }
    const kept = { row: opened.current?.row ?? row, edit };
    pending.current ??= store({ ...current, value }, kept).finally(() => (pending.current = undefined));
    return pending.current;
  }
  async function store(changed: CellDraft, { row, edit }: { row: Row; edit: CellEdit<Row> }): Promise<boolean> {
    set({ ...changed, busy: true });
    try {
      await editing?.save({ row, field: edit.field, value: changed.value.trim() || null });
      set(undefined);
      return true;
    } catch (error) {
      set({ ...changed, busy: false, problem: sentenceOf(error) });
      // The newer version was told and is on screen; whoever goes on means that one.
      if ((error as { status?: number }).status === 412) opened.current = undefined;
      return false;
    }
  }
  const type = (value: string) => set(open.current && { ...open.current, value });
  return { draft, start, commit, type, giveUp: () => set(undefined) };
}

function sentenceOf(error: unknown): string {
  const { detail, errors = [] } = asProblem(error);
  return errors.find((each) => each.detail)?.detail ?? detail ?? '';
}
