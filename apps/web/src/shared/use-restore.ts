import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@st0r/ui';
import { api } from './api';
import { say } from './messages';
import { isProblem } from './problem';
import { touches } from './use-save';

/** Brings an archived record back; `path` is the collection, for example `assets`. */
export function useRestore(path: string): (record: { id: string; name: string }) => Promise<boolean> {
  const client = useQueryClient();
  return async ({ id, name }) => {
    try {
      await api.post(`${path}/${id}/restore`);
    } catch (error) {
      showToast({ text: isProblem(error) ? error.message : say('failed'), tone: 'danger' });
      return false;
    }
    showToast({ text: say('restored', { name }), tone: 'success' });
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [path]) });
    return true;
  };
}
