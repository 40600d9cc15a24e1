import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';

/** A way to sign in, as administrators set it up. */
export type Connection = Api<'SignInConnection'>;
/** What came of a test. */
export type ConnectionTest = Api<'ConnectionTest'>;
/** A role in one organisation for a group. */
export type Mapping = Api<'GroupMapping'>;
/** A person as one connection knows them. */
export type Identity = Api<'Identity'>;
/** An administrator who gets in without any provider. */
export type BreakGlass = Api<'BreakGlassAccount'>;

export const PATH = 'sign-in-connections';

/** Which groups give which roles. */
export function useMappings(connectionId: string) {
  const path = `${PATH}/${connectionId}/mappings`;
  return useQuery({ queryKey: ['record', path], queryFn: () => api.get<Mapping[]>(path) });
}

/** Who is, or could be, a break-glass account. */
export function useBreakGlass() {
  return useQuery({
    queryKey: ['record', 'break-glass-accounts'],
    queryFn: () => api.get<BreakGlass[]>('break-glass-accounts'),
  });
}

/** Every role in use. */
export function useRoles() {
  return useQuery({
    queryKey: ['list', 'roles', { limit: 200 }],
    queryFn: async () => (await api.get<ListPage<Api<'Role'>>>('roles', { limit: 200 })).data,
  });
}
