import { useQueryClient } from '@tanstack/react-query';
import { showToast, type BulkAction } from '@st0r/ui';
import { api } from '../../shared/api';
import { touches } from '../../shared/use-save';
import type { Credential } from './credential-types';
import { say } from './messages';

/** Archives the selected credentials after a preview; one Undo brings all of them back. */
export function useBulkArchive(rows: readonly Credential[]): BulkAction {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['credentials']) });
  const turn = async (ids: readonly string[], verb: 'archive' | 'restore') => {
    for (const id of ids) await api.post(`credentials/${id}/${verb}`);
    await refresh();
  };
  const allowed = (ids: readonly string[]) =>
    rows.filter((row) => ids.includes(row.id) && row.can['archive'] === true && !row.archivedAt);
  return {
    id: 'archive',
    label: say('archive'),
    icon: 'archive',
    preview: async (ids) => {
      const change = allowed(ids);
      const refused = rows.filter((row) => ids.includes(row.id) && !change.includes(row));
      return {
        change: change.length,
        refused: refused.map(({ id, name, archivedAt }) => ({
          id,
          name,
          reason: archivedAt ? say('archived') : say('needs', { permission: 'vault.item.delete' }),
        })),
      };
    },
    run: async (ids) => {
      const done = allowed(ids).map(({ id }) => id);
      await turn(done, 'archive');
      showToast({ text: say('archivedRows', { n: done.length }), tone: 'success', undo: () => turn(done, 'restore') });
    },
  };
}
