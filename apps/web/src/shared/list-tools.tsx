import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ColumnMenu, SavedViews, type Column } from '@st0r/ui';
import { usePreferences } from './preferences';

type ListToolsProps<Row> = { list: string; columns: readonly Column<Row>[] };

/** Saved views and columns of one list, kept with the person. Goes into `FilterBar`; `list` names the list. */
export function ListTools<Row>({ list, columns }: ListToolsProps<Row>) {
  const { preferences, change } = usePreferences();
  const [search, setSearch] = useSearchParams();
  const views = preferences.views?.[list] ?? [];
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
  const keep = (next: typeof views) => void change({ views: { ...preferences.views, [list]: next } });
  return (
    <>
      <SavedViews
        views={views.map((view) => ({ ...view, shared: false, mine: true }))}
        onPick={(view) => setSearch(new URLSearchParams(view.search))}
        onSave={(name) => keep([...views, { id: crypto.randomUUID(), name, search: worthKeeping(search) }])}
        onDelete={(view) => keep(views.filter(({ id }) => id !== view.id))}
      />
      <ColumnMenu
        columns={columns}
        onColumns={(chosen) => void change({ columns: { ...preferences.columns, [list]: chosen } })}
        onCompact={(compact) => void change({ density: compact ? 'compact' : 'comfortable' })}
      />
    </>
  );
}

/** The address without what belongs to this moment: the page and the open peek. */
function worthKeeping(search: URLSearchParams): string {
  const kept = new URLSearchParams(search);
  for (const key of ['cursor', 'peek']) kept.delete(key);
  return kept.toString();
}
