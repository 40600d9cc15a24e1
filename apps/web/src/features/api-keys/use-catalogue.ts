import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';

/** The catalogue of permissions, with whether a key may hold them. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['record', 'permissions'],
    queryFn: () => api.get<Api<'PermissionText'>[]>('permissions'),
    staleTime: Infinity,
  });
}
