import type { Feature } from '../../app/feature';
import { say } from './messages';

/** Who may do what where: members of a client, roles, and why. */
export const feature: Feature = {
  noun: 'access',
  routes: {
    org: [
      { path: 'members', handle: { title: say('members') }, lazy: () => import('./members.page') },
      {
        path: 'members/invitations',
        handle: { title: say('openInvitations') },
        lazy: () => import('./open-invitations.page'),
      },
      { path: 'members/:user/access', handle: { title: say('access') }, lazy: () => import('./member-access.page') },
    ],
    admin: [
      { path: 'roles', handle: { title: say('roles') }, lazy: () => import('./roles.page') },
      { path: 'roles/new', handle: { title: say('newRole') }, lazy: () => import('./role.page') },
      { path: 'roles/:id', handle: { title: say('edit') }, lazy: () => import('./role.page') },
    ],
  },
  nav: [
    {
      id: 'members',
      label: say('members'),
      icon: 'person-badge',
      to: 'members',
      area: 'client',
      order: 90,
      permission: 'member.read',
    },
    {
      id: 'roles',
      label: say('roles'),
      icon: 'shield-check',
      to: '/admin/roles',
      area: 'admin',
      order: 20,
      permission: 'member.read',
    },
  ],
};
