import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';
import { say } from './messages';

/** Sends an act on a key, says what became of it, and reads the lists anew. `true` when it was done. */
export function useKeyAct(): (path: string, done: string) => Promise<boolean> {
  const client = useQueryClient();
  return async (path, done) => {
    try {
      await api.post(path);
    } catch (error) {
      // Turning the question for a proof down is an answer, not a failure.
      if (isProblem(error, 'step_up.required')) return false;
      showToast({ text: isProblem(error) ? error.message : say('failure'), tone: 'danger' });
      return false;
    }
    showToast({ text: done, tone: 'success' });
    const lists = ['api-keys', 'me/api-keys'];
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, lists) });
    return true;
  };
}
