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
  /** Called with the name, and whether the team shall see it. */
  onSave: (name: string, shared: boolean) => void;
  canShare?: boolean;
  onDelete?: (view: SavedView) => void;
};

/** The menu of saved views, `V` to save the current one. */
export function SavedViews({ views, onPick, onSave, onDelete, canShare }: SavedViewsProps) {
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
    const given = new FormData(event.currentTarget);
    onSave(String(given.get('name')), given.has('shared'));
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
          {canShare && (
            <div className="form-check mb-3">
              <input id="st-view-shared" name="shared" type="checkbox" className="form-check-input" />
              <label className="form-check-label" htmlFor="st-view-shared">
                {kit('shareView')}
              </label>
            </div>
          )}
          <Button type="submit" tone="primary">
            {kit('saveView')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
