import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ColumnMenu, GroupMenu, SavedViews, type Column } from '@st0r/ui';
import { ListPrint } from './list-print';
import { usePreferences } from './preferences';
import { useCan } from './session';
import { useViews } from './use-views';

type ListToolsProps<Row> = {
  list: string;
  columns: readonly Column<Row>[];
  /** Offers to print it: what it is called, and the filters in force in words. */
  print?: { title: string; filter: string };
};

/** Saved views, groups and columns of one list, kept on the server. Goes into `FilterBar`; `list` is the path of the list. */
export function ListTools<Row extends { id: string }>({ list, columns, print }: ListToolsProps<Row>) {
  const { preferences, change } = usePreferences();
  const [search, setSearch] = useSearchParams();
  const { views, save, remove } = useViews(list);
  const can = useCan();
  const kept = preferences.columns?.[list];
  const named = search.has('cols');
  useEffect(() => {
    // An address that names its columns is somebody's shared view and wins.
    if (!kept || named) return;
    setSearch(
      (before) => {
        before.set('cols', kept);
        return before;
      },
      { replace: true },
    );
  }, [kept, named, setSearch]);
  return (
    <>
      <SavedViews
        views={views}
        canShare={can('member.read')}
        onPick={(view) => setSearch(new URLSearchParams(view.search))}
        onSave={(name, shared) => void save({ name, shared, search })}
        onDelete={(view) => void remove(view)}
      />
      <GroupMenu columns={columns} />
      <ColumnMenu
        columns={columns}
        onColumns={(chosen) => void change({ columns: { [list]: chosen } })}
        onCompact={(compact) => void change({ density: compact ? 'compact' : 'comfortable' })}
      />
      {print && <ListPrint list={list} columns={columns} {...print} />}
    </>
  );
}
