import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { say } from './messages';

export type NameTag = Api<'OrganisationSummary'>;

/** Names of all clients; administrators know no more of those they have no role in. */
export function useClients(): { clients: readonly NameTag[]; nameOf: (id: string | null | undefined) => string } {
  const { data = [] } = useQuery({
    queryKey: ['record', 'organisations/directory'],
    queryFn: () => api.get<NameTag[]>('organisations/directory'),
  });
  return {
    clients: data,
    nameOf: (id) => (id ? (data.find((each) => each.id === id)?.name ?? id) : say('installation')),
  };
}
