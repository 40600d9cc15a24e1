import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { api } from './api';

/** A client the signed-in person has a role in. */
export type MyOrganisation = {
  id: string;
  slug: string;
  name: string;
  colour?: string | null;
  logo?: string | null;
  permissions: string[];
};

/** The address of a client's logo, another one with each new logo; undefined without one. */
export function logoOf(client: { id: string; logo?: string | null }): string | undefined {
  return client.logo ? `/api/v1/organisations/${client.id}/logo?v=${client.logo}` : undefined;
}

/** The signed-in person, as `GET /api/v1/me` tells. */
export type Me = {
  id: string;
  name: string;
  email: string;
  platformAdmin: boolean;
  mfa: Api<'MyMfa'>;
  organisations: MyOrganisation[];
  preferences: Record<string, unknown> | null;
  /** Set while looking with the rights of somebody else. */
  sight?: Api<'MySight'> | null;
};

/** The query of the signed-in person; the shell's loader waits for it, so `useMe` always has it. */
export const meQuery = queryOptions({
  queryKey: ['record', 'me'],
  queryFn: ({ signal }) => api.get<Me>('me', undefined, { signal }),
  staleTime: 60_000,
});

/** The signed-in person; only inside the shell. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe is used outside the shell');
  return data;
}

/** The client in view: its record, or undefined under `/o/all` and outside `/o`. */
export function useOrg(): MyOrganisation | undefined {
  const me = useMe();
  const { org } = useParams();
  return me.organisations.find((each) => each.slug === org);
}

/** Whether the person holds a permission in the client in view, or in any client when none is in view. */
export function useCan(): (permission: string) => boolean {
  const me = useMe();
  const org = useOrg();
  const scope = org ? [org] : me.organisations;
  return (permission) => scope.some((each) => each.permissions.includes(permission));
}

/** The address of a page of the client in view: `useOrgHref()('assets')` is `/o/acme/assets`. */
export function useOrgHref(): (path?: string) => string {
  const { org = 'all' } = useParams();
  return (path = '') => `/o/${org}${path && `/${path}`}`;
}
