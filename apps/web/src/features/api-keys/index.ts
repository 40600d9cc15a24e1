import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Keys that programs sign in with: of each client, and one's own. */
export const feature: Feature = {
  noun: 'api-keys',
  routes: {
    org: [
      { path: 'api-keys', handle: { title: title('keys') }, lazy: () => import('./api-keys.page') },
      { path: 'api-keys/new', handle: { title: title('newKey') }, lazy: () => import('./api-key-new.page') },
      { path: 'api-keys/usage', handle: { title: title('usage') }, lazy: () => import('./usage.page') },
      { path: 'api-keys/:id', handle: { title: title('key') }, lazy: () => import('./api-key.page') },
    ],
    house: [{ path: 'me/api-keys', handle: { title: title('own') }, lazy: () => import('./own-keys.page') }],
  },
  nav: [
    {
      id: 'api-keys',
      label: title('keys'),
      icon: 'key',
      area: 'client',
      to: 'api-keys',
      order: 93,
      permission: 'apikey.manage',
    },
    {
      id: 'admin-api-keys',
      label: title('allKeys'),
      icon: 'key',
      area: 'admin',
      to: '/o/all/api-keys',
      order: 35,
      permission: 'apikey.manage',
    },
  ],
};
