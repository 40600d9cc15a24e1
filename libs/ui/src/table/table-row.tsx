import { FlexRender, type Row as TableRowModel } from '@tanstack/react-table';
import { Link } from 'react-router';
import type { MouseEvent, ReactNode } from 'react';
import { kit } from '../kit-messages';
import type { Column, Features } from './columns';

type RowProps<Row extends object> = {
  model: TableRowModel<Features, Row>;
  place: number;
  cursor: boolean;
  /** The row that Tab reaches: the cursor, or the first while there is none. */
  tabStop: boolean;
  ends: ReadonlySet<string>;
  name: string;
  href?: string;
  selectable: boolean;
  onFocus: (place: number) => void;
  onToggle: (place: number, range: boolean) => void;
  /** Columns whose cells can be changed; nothing where the person may not. */
  cells?: ReadonlySet<string>;
  onEdit: (place: number, column: string) => void;
  /** What stands in the one cell that is being changed. */
  editor?: { column: string; control: ReactNode };
};

/** One row. The first cell carries the link, so that a row can be opened in a new tab and is read by its name. */
export function TableRow<Row extends object>(props: RowProps<Row>) {
  const { model, place, href, name } = props;
  const selected = model.getIsSelected();
  const handleTick = (event: MouseEvent) => props.onToggle(place, event.shiftKey);
  return (
    <tr
      data-row={place}
      data-selected={selected || undefined}
      data-cursor={props.cursor || undefined}
      tabIndex={props.tabStop ? 0 : -1}
      onFocus={() => props.onFocus(place)}
    >
      {props.selectable && (
        <td className="st-check-cell">
          <input
            type="checkbox"
            className="form-check-input"
            aria-label={kit('selectRowNamed', { name })}
            checked={selected}
            onClick={handleTick}
            onChange={() => undefined}
          />
        </td>
      )}
      {model.getVisibleCells().map((cell, index) => (
        <td
          key={cell.id}
          className={props.ends.has(cell.column.id) ? 'st-end' : undefined}
          {...(props.cells?.has(cell.column.id) && {
            'data-cell': cell.column.id,
            tabIndex: -1,
            onDoubleClick: () => props.onEdit(place, cell.column.id),
          })}
        >
          {props.editor?.column === cell.column.id ? (
            props.editor.control
          ) : index === 0 && href ? (
            <Link to={href} className="st-row-link">
              <FlexRender cell={cell} />
            </Link>
          ) : (
            <FlexRender cell={cell} />
          )}
        </td>
      ))}
    </tr>
  );
}

/** Which columns of a table stand at the end. */
export function endColumns<Row>(columns: readonly Column<Row>[]): ReadonlySet<string> {
  return new Set(columns.filter((column) => column.align === 'end').map((column) => column.id));
}
