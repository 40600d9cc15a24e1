import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Which release runs and what could take its place, for platform administrators. */
export const feature: Feature = {
  noun: 'updates',
  routes: {
    admin: [{ path: 'updates', handle: { title: title('updates') }, lazy: () => import('./updates.page') }],
  },
  nav: [
    {
      id: 'admin-updates',
      label: title('updates'),
      icon: 'arrow-repeat',
      to: '/admin/updates',
      area: 'admin',
      order: 66,
      platformAdmin: true,
    },
  ],
};
