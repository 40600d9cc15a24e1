import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from './api';
import { isProblem } from './problem';

type SaveOptions<Result> = {
  method?: 'post' | 'patch' | 'put' | 'delete';
  /** Entity tag of the record as it was read; a newer one on the server is a conflict. */
  etag?: string;
  /** Lists and records below these paths are fetched again, for example `['assets']`. */
  refresh?: readonly string[];
  onSaved?: (result: Result) => unknown;
};

/**
 * Saves a body. `save` throws what the server refused, so that `Form` can show it; a conflict (412) is kept in
 * `conflict` for `ConflictDialog` instead. A POST repeated after a lost answer carries the same Idempotency-Key.
 */
export function useSave<Body, Result = unknown>(path: string, options: SaveOptions<Result> = {}) {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Body>();
  const key = useRef<string>(undefined);
  const { method = 'post', refresh = [], onSaved } = options;
  const mutation = useMutation({
    // The body may hold a secret: it goes with the form instead of staying in the cache for minutes.
    gcTime: 0,
    mutationFn: ({ body, force }: { body: Body; force?: boolean }) => {
      key.current ??= crypto.randomUUID();
      const idempotencyKey = method === 'post' ? key.current : undefined;
      return api[method]<Result>(path, body, { ifMatch: force ? '*' : options.etag, idempotencyKey });
    },
    onSuccess: async (result) => {
      key.current = undefined;
      setConflict(undefined);
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, refresh) });
      await onSaved?.(result);
    },
    onError: (error) => {
      // A refused body will be another body next time; the old key would be answered with 422.
      if (!isProblem(error, 0)) key.current = undefined;
    },
  });
  async function save(body: Body): Promise<void> {
    try {
      await mutation.mutateAsync({ body });
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      setConflict(body);
    }
  }
  return {
    save,
    busy: mutation.isPending,
    conflict: conflict !== undefined,
    /** Saves over the newer version. */
    overwrite: () => conflict !== undefined && mutation.mutateAsync({ body: conflict, force: true }),
    /** Drops the conflict and reads the newer version. */
    reload: async () => {
      setConflict(undefined);
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, refresh) });
    },
  };
}

/** Whether a cached list or record lies at or below one of the paths. */
export function touches(queryKey: readonly unknown[], paths: readonly string[]): boolean {
  const path = queryKey[1];
  return (
    typeof path === 'string' &&
    paths.some((each) => path === each || path.startsWith(`${each}/`) || path.startsWith(`${each}?`))
  );
}
