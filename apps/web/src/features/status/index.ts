import type { Feature } from '../../app/feature';
import { title } from './titles';

/** How the installation is, for platform administrators. */
export const feature: Feature = {
  noun: 'status',
  routes: {
    admin: [{ path: 'status', handle: { title: title('status') }, lazy: () => import('./status.page') }],
  },
  nav: [
    {
      id: 'admin-status',
      label: title('status'),
      icon: 'activity',
      to: '/admin/status',
      area: 'admin',
      order: 10,
      platformAdmin: true,
    },
  ],
};
