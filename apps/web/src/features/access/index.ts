import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Who may do what where: members of a client, roles, and why. */
export const feature: Feature = {
  noun: 'access',
  routes: {
    org: [
      { path: 'members', handle: { title: title('members') }, lazy: () => import('./members.page') },
      {
        path: 'members/invitations',
        handle: { title: title('openInvitations') },
        lazy: () => import('./open-invitations.page'),
      },
      { path: 'members/:user/access', handle: { title: title('access') }, lazy: () => import('./member-access.page') },
    ],
    admin: [
      { path: 'roles', handle: { title: title('roles') }, lazy: () => import('./roles.page') },
      { path: 'roles/new', handle: { title: title('newRole') }, lazy: () => import('./role.page') },
      { path: 'roles/:id', handle: { title: title('edit') }, lazy: () => import('./role.page') },
    ],
  },
  nav: [
    {
      id: 'members',
      label: title('members'),
      icon: 'person-badge',
      to: 'members',
      area: 'client',
      order: 90,
      permission: 'member.read',
    },
    {
      id: 'roles',
      label: title('roles'),
      icon: 'shield-check',
      to: '/admin/roles',
      area: 'admin',
      order: 20,
      permission: 'member.read',
    },
  ],
};
