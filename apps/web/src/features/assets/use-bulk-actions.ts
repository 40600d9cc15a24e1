import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast, type BulkAction, type Selection } from '@st0r/ui';
import { api } from '../../shared/api';
import { useCan } from '../../shared/session';
import { touches } from '../../shared/use-save';
import type { Asset } from './asset-list';
import { say } from './messages';

/** What can be done with many assets at once. */
export function useBulkActions(rows: readonly Asset[], selection: Selection) {
  const can = useCan();
  const client = useQueryClient();
  const [editing, setEditing] = useState<readonly string[]>();
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['assets']) });
  async function archive(ids: readonly string[]) {
    const done = ids.filter((id) => rows.find((row) => row.id === id)?.can['archive']);
    for (const id of done) await api.post(`assets/${id}/archive`);
    async function restore() {
      for (const id of done) await api.post(`assets/${id}/restore`);
      await refresh();
    }
    showToast({ text: say('archivedMany', { n: done.length }), tone: 'success', undo: restore });
    await refresh();
  }
  const edit: BulkAction = {
    id: 'edit',
    label: say('changeMany'),
    icon: 'pencil',
    run: async (ids) => setEditing(ids),
  };
  const remove: BulkAction = {
    id: 'archive',
    label: say('archive'),
    icon: 'archive',
    preview: async (ids) => archivePreview(rows, ids),
    run: archive,
  };
  return {
    actions: [...(can('asset.write') ? [edit] : []), ...(can('asset.delete') ? [remove] : [])],
    editing,
    closeEdit: (changed?: boolean) => {
      // Who only looked still has the rows selected.
      if (!changed && editing) selection.add(editing);
      setEditing(undefined);
    },
  };
}

function archivePreview(rows: readonly Asset[], ids: readonly string[]) {
  const chosen = rows.filter(({ id }) => ids.includes(id));
  const refused = chosen.filter(({ can }) => !can['archive']);
  return {
    change: chosen.length - refused.length,
    refused: refused.map(({ id, name }) => ({ id, name, reason: '' })),
  };
}
