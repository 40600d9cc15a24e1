import { kit } from '../kit-messages';
import { Menu, type MenuItem } from '../panel';
import type { Column } from './columns';
import { useColumnChoice, useDensity } from './table-view';

type ColumnMenuProps<Row> = {
  columns: readonly Column<Row>[];
  /** Told what the URL holds after a choice, for keeping it elsewhere too. */
  onColumns?: (chosen: string) => void;
  onCompact?: (compact: boolean) => void;
};

/** Chooses the columns of this list (kept in the URL) and the row height (kept in the browser). */
export function ColumnMenu<Row>({ columns, onColumns, onCompact }: ColumnMenuProps<Row>) {
  const { shown, toggle } = useColumnChoice(columns);
  const density = useDensity();
  function handleToggle(id: string) {
    const chosen = toggle(id);
    onColumns?.(chosen);
  }
  function handleCompact() {
    density.setCompact(!density.compact);
    onCompact?.(!density.compact);
  }
  const items: MenuItem[] = columns.map((column) => ({
    label: column.header,
    checked: shown.has(column.id),
    // The last column stays: a list without any would have no way back.
    disabled: shown.size === 1 && shown.has(column.id),
    onPick: () => handleToggle(column.id),
  }));
  const compact = {
    label: kit('compact'),
    checked: density.compact,
    onPick: handleCompact,
  };
  return <Menu icon="layout-three-columns" label={kit('columns')} items={[...items, 'line', compact]} keepOpen />;
}
