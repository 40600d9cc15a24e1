import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';

/** Does something to a connection, tells how it went and reads again what changed. */
export function useAct(refresh: readonly string[]) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function act(work: () => Promise<unknown>, done: string): Promise<boolean> {
    setBusy(true);
    try {
      await work();
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, refresh) });
      showToast({ text: done, tone: 'success' });
      return true;
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { act, busy };
}
