import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@st0r/ui';
import { api } from './api';
import { say } from './messages';
import { isProblem } from './problem';
import { touches } from './use-save';

/** Archives a record at once and offers Undo for ten seconds; `path` is the collection, for example `assets`. */
export function useArchive(path: string): (record: { id: string; name: string }) => Promise<boolean> {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [path]) });
  return async ({ id, name }) => {
    try {
      await api.post(`${path}/${id}/archive`);
    } catch (error) {
      showToast({ text: isProblem(error) ? error.message : say('failed'), tone: 'danger' });
      return false;
    }
    async function restore() {
      await api.post(`${path}/${id}/restore`);
      await refresh();
    }
    showToast({ text: say('archived', { name }), tone: 'success', undo: restore });
    await refresh();
    return true;
  };
}
