import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Who may reach the installation at all, for platform administrators. */
export const feature: Feature = {
  noun: 'security',
  routes: {
    admin: [
      { path: 'security', handle: { title: title('security') }, lazy: () => import('./security.page') },
      { path: 'security/limits', handle: { title: title('limits') }, lazy: () => import('./limits.page') },
      { path: 'security/bans', handle: { title: title('bans') }, lazy: () => import('./bans.page') },
    ],
  },
  nav: [
    {
      id: 'admin-security',
      label: title('security'),
      icon: 'shield-lock',
      to: '/admin/security',
      area: 'admin',
      order: 36,
      platformAdmin: true,
    },
  ],
};
