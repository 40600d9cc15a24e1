import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { visitProvider, WindowBlocked } from '../../shared/provider-window';
import { touches } from '../../shared/use-save';
import { say } from './messages';
import { PATH, type ConnectionTest } from './sso.api';

const ASK_EVERY_MS = 1_500;

/** The key under which the last test of a connection is kept while the wizard is open: a sample for the mapping. */
export const sampleKey = (id: string) => ['sample', id] as const;

/** What the last test of a connection showed; undefined before there was one. */
export function useSample(id: string): ConnectionTest | undefined {
  return (
    useQuery<ConnectionTest | null>({ queryKey: sampleKey(id), queryFn: () => null, staleTime: Infinity }).data ??
    undefined
  );
}

/** Tests a connection in a window of its own, and asks for what came of it until there is an answer. */
export function useConnectionTest(id: string) {
  const client = useQueryClient();
  const [running, setRunning] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const result = useQuery({
    queryKey: ['connection-test', id, running],
    queryFn: () => api.get<ConnectionTest>(`${PATH}/${id}/tests/${running}`),
    enabled: running !== undefined,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'pending' ? false : ASK_EVERY_MS),
  });
  async function start() {
    setRunning(undefined);
    setRefusal(undefined);
    try {
      await visitProvider(async () => {
        const started = await api.post<Api<'ConnectionTestStart'>>(`${PATH}/${id}/tests`);
        setRunning(started.id);
        return started;
      });
      await client.invalidateQueries({ queryKey: ['connection-test', id] });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [PATH]) });
    }
  }
  const outcome = result.data?.state === 'pending' ? undefined : result.data;
  useEffect(() => {
    if (outcome?.claims) client.setQueryData(sampleKey(id), outcome);
  }, [client, id, outcome]);
  return { start: () => void start(), waiting: running !== undefined && !outcome, outcome, refusal };
}

function refusalOf(error: unknown): string {
  if (error instanceof WindowBlocked) return say('popupBlocked');
  return isProblem(error) ? (error.errors[0]?.detail ?? error.message) : say('testFailed');
}
