import type { SortKey } from '@st0r/list-query';
import { Icon } from '../icon';
import { kit } from '../kit-messages';
import type { Column } from './columns';

type HeadProps<Row> = {
  columns: readonly Column<Row>[];
  sort: readonly SortKey[];
  onSort: (sort: readonly SortKey[]) => void;
  all?: { checked: boolean; some: boolean; onToggle: () => void };
};

/** The sticky head: sortable columns are buttons, the first cell selects every row shown. */
export function TableHead<Row>({ columns, sort, onSort, all }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {all && (
          <td className="st-check-cell">
            <input
              type="checkbox"
              className="form-check-input"
              aria-label={kit('allRows')}
              checked={all.checked}
              ref={(box) => {
                if (box) box.indeterminate = all.some && !all.checked;
              }}
              onChange={all.onToggle}
            />
          </td>
        )}
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            current={sort.find((key) => key.field === column.sort)}
            onSort={onSort}
          />
        ))}
      </tr>
    </thead>
  );
}

type CellProps<Row> = { column: Column<Row>; current: SortKey | undefined; onSort: HeadProps<Row>['onSort'] };

function HeadCell<Row>({ column, current, onSort }: CellProps<Row>) {
  const field = column.sort;
  const className = column.align === 'end' ? 'st-end' : undefined;
  if (field === undefined) {
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  }
  const direction = current ? (current.descending ? 'descending' : 'ascending') : 'none';
  const next = { field, descending: current?.descending === false };
  return (
    <th scope="col" className={className} aria-sort={direction}>
      <button type="button" onClick={() => onSort([next])}>
        {column.header}
        <Icon name={direction === 'descending' ? 'arrow-down' : 'arrow-up'} className={current ? '' : 'st-unsorted'} />
      </button>
    </th>
  );
}
