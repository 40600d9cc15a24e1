import { kit } from '../kit-messages';
import { Menu } from '../panel';
import type { Column } from './columns';
import { useGrouping } from './grouping';

/** Chooses what the rows of a list are grouped by; nothing is drawn where no column groups. */
export function GroupMenu<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  const { column, choose } = useGrouping(columns);
  const offered = columns.filter(({ group }) => group !== undefined);
  if (offered.length === 0) return null;
  const items = offered.map((each) => ({
    label: each.header,
    checked: each === column,
    onPick: () => choose(each.group?.field),
  }));
  const none = { label: kit('noGroups'), checked: column === undefined, onPick: () => choose(undefined) };
  return <Menu icon="collection" label={kit('group')} items={[{ heading: kit('groupBy') }, none, ...items]} />;
}
