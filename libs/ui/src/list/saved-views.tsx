import { useState, type FormEvent } from 'react';
import { Button } from '../button';
import { Dialog } from '../dialog/dialog';
import { kit } from '../kit-messages';
import { useHotkeys } from '../keys/use-hotkeys';
import { Menu, type MenuItem } from '../panel';

/** A kept list: `search` is the part of the URL that holds filters, sort and columns. */
export type SavedView = { id: string; name: string; search: string; shared: boolean; mine: boolean; count?: number };

type SavedViewsProps = {
  views: readonly SavedView[];
  onPick: (view: SavedView) => void;
  onSave: (name: string) => void;
  onDelete?: (view: SavedView) => void;
};

/** The menu of saved views, `V` to save the current one. */
export function SavedViews({ views, onPick, onSave, onDelete }: SavedViewsProps) {
  const [naming, setNaming] = useState(false);
  useHotkeys([
    { id: 'list.save-view', keys: 'v', label: kit('saveView'), group: kit('list'), run: () => setNaming(true) },
  ]);
  const line = (view: SavedView): MenuItem => ({
    label: view.count === undefined ? view.name : `${view.name} (${view.count.toLocaleString()})`,
    icon: view.shared ? 'people' : 'bookmark',
    onPick: () => onPick(view),
  });
  const section = (heading: string, shown: SavedView[]): MenuItem[] =>
    shown.length > 0 ? [{ heading }, ...shown.map(line)] : [];
  const mine = views.filter((view) => view.mine);
  const deletions = onDelete
    ? mine.map((view): MenuItem => ({
        label: kit('deleteView', { name: view.name }),
        icon: 'trash',
        onPick: () => onDelete(view),
      }))
    : [];
  const items: MenuItem[] = [
    ...section(kit('myViews'), mine),
    ...section(
      kit('teamViews'),
      views.filter((view) => !view.mine),
    ),
    ...(views.length > 0 ? (['line'] as const) : []),
    { label: kit('saveView'), icon: 'bookmark-plus', onPick: () => setNaming(true) },
    ...deletions,
  ];
  function handleSave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get('name')));
    setNaming(false);
  }
  return (
    <>
      <Menu icon="bookmark" label={kit('views')} items={items} />
      <Dialog open={naming} title={kit('saveView')} onClose={() => setNaming(false)} size="sm">
        <form onSubmit={handleSave}>
          <label className="form-label" htmlFor="st-view-name">
            {kit('viewName')}
          </label>
          <input id="st-view-name" name="name" className="form-control mb-3" required maxLength={80} autoFocus />
          <Button type="submit" tone="primary">
            {kit('saveView')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
