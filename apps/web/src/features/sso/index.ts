import type { Feature } from '../../app/feature';
import { say } from './messages';

/** Connections to identity providers. */
export const feature: Feature = {
  noun: 'sso',
  routes: {
    public: [{ path: '/sso/done', lazy: () => import('./done.page') }],
    admin: [
      { path: 'sso', handle: { title: say('connections') }, lazy: () => import('./connections.page') },
      { path: 'sso/:id', handle: { title: say('connection') }, lazy: () => import('./connection.page') },
    ],
  },
  nav: [
    {
      id: 'admin-sso',
      label: say('connections'),
      icon: 'box-arrow-in-right',
      to: '/admin/sso',
      area: 'admin',
      order: 35,
      platformAdmin: true,
    },
  ],
};
