import { kit } from '../kit-messages';
import { Menu, type MenuItem } from '../panel';
import type { Column } from './columns';
import { useColumnChoice, useDensity } from './table-view';

/** Chooses the columns of this list (kept in the URL) and the row height (kept in the browser). */
export function ColumnMenu<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const { shown, toggle } = useColumnChoice(columns);
  const density = useDensity();
  const items: MenuItem[] = columns.map((column) => ({
    label: column.header,
    checked: shown.has(column.id),
    // The last column stays: a list without any would have no way back.
    disabled: shown.size === 1 && shown.has(column.id),
    onPick: () => toggle(column.id),
  }));
  const compact = {
    label: kit('compact'),
    checked: density.compact,
    onPick: () => density.setCompact(!density.compact),
  };
  return <Menu icon="layout-three-columns" label={kit('columns')} items={[...items, 'line', compact]} keepOpen />;
}
