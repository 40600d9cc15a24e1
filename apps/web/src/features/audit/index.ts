import type { Feature } from '../../app/feature';
import { title } from './titles';

/** The audit log: of each client, and of the installation itself. */
export const feature: Feature = {
  noun: 'audit',
  routes: {
    org: [{ path: 'audit', handle: { title: title('audit') }, lazy: () => import('./audit.page') }],
    house: [{ path: 'audit', handle: { title: title('platform') }, lazy: () => import('./platform-audit.page') }],
  },
  nav: [
    {
      id: 'audit',
      label: title('audit'),
      icon: 'clock-history',
      area: 'client',
      to: 'audit',
      order: 95,
      permission: 'audit.read',
    },
    {
      id: 'platform-audit',
      label: title('platform'),
      icon: 'clock-history',
      area: 'admin',
      to: '/audit',
      order: 90,
      platformAdmin: true,
    },
  ],
};
