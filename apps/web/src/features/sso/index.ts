import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Connections to identity providers. */
export const feature: Feature = {
  noun: 'sso',
  routes: {
    public: [{ path: '/sso/done', lazy: () => import('./done.page') }],
    admin: [
      { path: 'sso', handle: { title: title('connections') }, lazy: () => import('./connections.page') },
      { path: 'sso/:id', handle: { title: title('connection') }, lazy: () => import('./connection.page') },
    ],
  },
  nav: [
    {
      id: 'admin-sso',
      label: title('connections'),
      icon: 'box-arrow-in-right',
      to: '/admin/sso',
      area: 'admin',
      order: 35,
      platformAdmin: true,
    },
  ],
};
