import type { Feature } from '../../app/feature';
import { title } from './titles';

/** The keys of the installation, for platform administrators. */
export const feature: Feature = {
  noun: 'keys',
  routes: {
    admin: [{ path: 'keys', handle: { title: title('keys') }, lazy: () => import('./keys.page') }],
  },
  nav: [
    {
      id: 'admin-keys',
      label: title('keys'),
      icon: 'key',
      to: '/admin/keys',
      area: 'admin',
      order: 60,
      platformAdmin: true,
    },
  ],
};
