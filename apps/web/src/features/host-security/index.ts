import type { Feature } from '../../app/feature';
import { title } from './titles';

/** What is known against packages of the machine and of the product, for platform administrators. */
export const feature: Feature = {
  noun: 'host-security',
  routes: {
    admin: [
      {
        path: 'host-security',
        handle: { title: title('hostSecurity') },
        lazy: () => import('./host-security.page'),
      },
    ],
  },
  nav: [
    {
      id: 'admin-host-security',
      label: title('hostSecurity'),
      icon: 'box-seam',
      to: '/admin/host-security',
      area: 'admin',
      order: 37,
      platformAdmin: true,
    },
  ],
};
