import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';

/** A named set of permissions. */
export type Role = Api<'Role'>;
/** A permission with its sentence. */
export type PermissionText = Api<'PermissionText'>;
/** A person's role at a client. */
export type Membership = Api<'Membership'>;

/** Every role in use, templates first. */
export function useRoles() {
  return useQuery({
    queryKey: ['list', 'roles', { limit: 200 }],
    queryFn: async () => {
      const { data } = await api.get<ListPage<Role>>('roles', { limit: 200 });
      return data.toSorted(
        (a, b) => Number(!a.template) - Number(!b.template) || b.permissions.length - a.permissions.length,
      );
    },
  });
}

/** The catalogue of permissions in its own order. */
export function usePermissions() {
  return useQuery({
    queryKey: ['record', 'permissions'],
    queryFn: () => api.get<PermissionText[]>('permissions'),
    staleTime: Infinity,
  });
}

/** Choices of roles for a form. */
export const roleChoices = (roles: readonly Role[]) => roles.map(({ id, name }) => ({ value: id, label: name }));
