import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { kit } from '../kit-messages';
import type { ListState } from '../list/list-state';
import type { Column } from '../table/columns';
import { itemsOf, useGrouping, type GroupHead } from '../table/grouping';
import { endColumns } from '../table/table-row';
import { useColumnChoice } from '../table/table-view';

const nothing: ReadonlySet<string | null> = new Set();

type PrintSheetProps<Row> = Pick<ListState<Row>, 'rows' | 'groups'> & {
  title: string;
  /** Whose, by what filter, when, by whom: names and words under the title. */
  facts: readonly (readonly [name: string, words: string])[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Said above the table where rows are missing. */
  note?: string;
  /** Paper is handed over, or the person gave up. */
  onDone: () => void;
};

/** A list on paper: shown to the printer only, in the columns and groups on screen. Opens the dialog of the browser. */
export function PrintSheet<Row>({ title, facts, columns, note, onDone, ...list }: PrintSheetProps<Row>) {
  const { shown } = useColumnChoice(columns);
  const { column: by } = useGrouping(columns);
  const chosen = columns.filter(({ id }) => shown.has(id));
  const ends = endColumns(columns);
  const side = ({ id }: Column<Row>) => (ends.has(id) ? 'st-end' : undefined);
  useEffect(() => {
    window.addEventListener('afterprint', onDone);
    // Not before the sheet has been drawn.
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      window.removeEventListener('afterprint', onDone);
      cancelAnimationFrame(frame);
    };
  }, [onDone]);
  const line = (item: { head: GroupHead } | { place: number }) => {
    if ('head' in item) {
      const count = item.head.count === undefined ? '' : ` (${kit('groupCount', { n: item.head.count })})`;
      return (
        <tr key={`group ${item.head.value}`} className="st-group">
          <td colSpan={chosen.length}>{`${by?.header}: ${item.head.words ?? kit('noValue')}${count}`}</td>
        </tr>
      );
    }
    const row = list.rows[item.place];
    return (
      row !== undefined && (
        <tr key={list.rowId(row)}>
          {chosen.map((column) => (
            <td key={column.id} className={side(column)}>
              {column.cell(row)}
            </td>
          ))}
        </tr>
      )
    );
  };
  return createPortal(
    <section className="st-print-sheet" data-bs-theme="light" aria-label={title}>
      <h1>{title}</h1>
      <dl>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {note && <p>{note}</p>}
      <table>
        <thead>
          <tr>
            {chosen.map((column) => (
              <th key={column.id} scope="col" className={side(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{itemsOf({ ...list, unread: false }, { by, folded: nothing }).map(line)}</tbody>
      </table>
    </section>,
    document.body,
  );
}
