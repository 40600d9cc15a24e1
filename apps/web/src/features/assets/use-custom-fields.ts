import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';

const none: readonly Api<'CustomField'>[] = [];

/** The custom fields of a client, in their order; those of one type of asset when it is given. */
export function useCustomFields(organisation: string | undefined, assetType?: string): readonly Api<'CustomField'>[] {
  const query = useQuery({
    queryKey: ['list', 'custom-fields', { organisation, assetType }],
    queryFn: ({ signal }) =>
      api.get<ListPage<Api<'CustomField'>>>('custom-fields', { org: organisation, assetType, limit: 200 }, { signal }),
    enabled: organisation !== undefined,
  });
  return query.data?.data ?? none;
}
