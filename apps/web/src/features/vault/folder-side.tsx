import { useState } from 'react';
import { Icon, IconButton, Menu, Panel, type MenuItem } from '@st0r/ui';
import { lazyDialog } from '../../shared/lazy-part';
import { useArchive } from '../../shared/use-archive';
import { useCan } from '../../shared/session';
import type { FolderChoice } from './credential-list';
import type { FolderDraft } from './folder-dialog';
import { topOf, withBelow, type FolderLine } from './folders';
import { say } from './messages';

const FolderDialog = lazyDialog(() => import('./folder-dialog'));

type SideProps = {
  lines: readonly FolderLine[];
  folder: FolderChoice;
  onChoose: (folder: FolderChoice) => void;
  organisationId: string;
};

/** The folders beside the list: a tree where there is room, a box to choose from where there is not. */
export function FolderSide({ lines, folder, onChoose, organisationId }: SideProps) {
  const can = useCan();
  const [draft, setDraft] = useState<FolderDraft>();
  const archive = useArchive('vault-folders');
  const chosen = Array.isArray(folder) ? topOf(lines, folder) : undefined;
  const value = folder === 'none' ? 'none' : (chosen?.id ?? '');
  const choose = (next: string) =>
    onChoose(next === '' || next === 'none' ? next || undefined : withBelow(lines, next));
  async function handleArchive() {
    if (chosen && (await archive(chosen))) onChoose(undefined);
  }
  const items: MenuItem[] = chosen
    ? [
        { heading: chosen.name },
        ...(chosen.can['update']
          ? [{ label: say('folderEdit'), icon: 'pencil' as const, onPick: () => setDraft({ folder: chosen }) }]
          : []),
        ...(can('vault.item.create')
          ? [{ label: say('addFolder'), icon: 'folder-plus' as const, onPick: () => setDraft({ parentId: chosen.id }) }]
          : []),
        ...(chosen.can['archive']
          ? [{ label: say('folderArchive'), icon: 'archive' as const, onPick: () => void handleArchive() }]
          : []),
      ]
    : [];
  const actions = (
    <span className="st-vault-side-actions">
      {items.length > 1 && (
        <Menu
          icon="three-dots"
          label=""
          name={say('folderActions', { name: chosen?.name ?? '' })}
          size="sm"
          items={items}
        />
      )}
      {can('vault.item.create') && (
        <IconButton icon="folder-plus" size="sm" label={say('addFolder')} onClick={() => setDraft({})} />
      )}
    </span>
  );
  return (
    <div className="st-vault-side">
      <Panel title={say('folders')} actions={actions}>
        <select
          className="form-select st-vault-pick"
          aria-label={say('folder')}
          value={value}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{say('all')}</option>
          {lines.map(({ folder: each, depth }) => (
            <option key={each.id} value={each.id}>
              {'\u2003'.repeat(depth) + each.name}
            </option>
          ))}
          <option value="none">{say('folderNone')}</option>
        </select>
        <Tree lines={lines} value={value} onChoose={choose} />
      </Panel>
      {draft && (
        <FolderDialog draft={draft} lines={lines} organisationId={organisationId} onClose={() => setDraft(undefined)} />
      )}
    </div>
  );
}

type EntryProps = { id: string; name: string; depth?: number; strict?: boolean };

function Tree({
  lines,
  value,
  onChoose,
}: {
  lines: readonly FolderLine[];
  value: string;
  onChoose: (id: string) => void;
}) {
  const entry = ({ id, name, depth = 0, strict = false }: EntryProps) => (
    <li key={id} data-depth={Math.min(depth, 6)}>
      <button type="button" aria-current={value === id || undefined} onClick={() => onChoose(id)}>
        <Icon name={id === '' ? 'collection' : id === 'none' ? 'inbox' : value === id ? 'folder2-open' : 'folder2'} />
        <span>{name}</span>
        {strict && <Icon name="chat-left-text" label={say('reasonRequired')} />}
      </button>
    </li>
  );
  return (
    <ul className="st-vault-tree">
      {entry({ id: '', name: say('all') })}
      {lines.map(({ folder, depth }) =>
        entry({ id: folder.id, name: folder.name, depth, strict: folder.reasonRequired }),
      )}
      {lines.length > 0 && entry({ id: 'none', name: say('folderNone') })}
    </ul>
  );
}
