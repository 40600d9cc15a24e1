import type { Feature } from '../../app/feature';
import { say } from './messages';

/** Backups of the installation, for platform administrators. */
export const feature: Feature = {
  noun: 'backup',
  routes: {
    admin: [{ path: 'backups', handle: { title: say('backups') }, lazy: () => import('./backups.page') }],
  },
  nav: [
    {
      id: 'admin-backups',
      label: say('backups'),
      icon: 'archive',
      to: '/admin/backups',
      area: 'admin',
      order: 65,
      platformAdmin: true,
    },
  ],
};
