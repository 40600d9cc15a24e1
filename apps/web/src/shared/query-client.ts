import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';

/** The one cache of server state. Refusals are not retried; a lost connection is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && isProblem(error, 0),
    },
  },
});
