import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Backups of the installation, for platform administrators. */
export const feature: Feature = {
  noun: 'backup',
  routes: {
    admin: [{ path: 'backups', handle: { title: title('backups') }, lazy: () => import('./backups.page') }],
  },
  nav: [
    {
      id: 'admin-backups',
      label: title('backups'),
      icon: 'archive',
      to: '/admin/backups',
      area: 'admin',
      order: 65,
      platformAdmin: true,
    },
  ],
};
