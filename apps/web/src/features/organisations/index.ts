import type { Feature } from '../../app/feature';
import { say } from './messages';

/** Clients: the list of all, and the overview of one. */
export const feature: Feature = {
  noun: 'organisations',
  routes: {
    house: [
      { path: 'clients', handle: { title: say('clients') }, lazy: () => import('./clients.page') },
      { path: 'clients/new', handle: { title: say('add') }, lazy: () => import('./new-client.page') },
    ],
    org: [
      { index: true, lazy: () => import('./overview.page') },
      { path: 'edit', handle: { title: say('edit') }, lazy: () => import('./edit-client.page') },
    ],
  },
  nav: [
    { id: 'clients', label: say('clients'), icon: 'buildings', to: '/clients', area: 'house', order: 10, goKey: 'c' },
    {
      id: 'overview',
      label: say('overview'),
      icon: 'building',
      to: '',
      oneClient: true,
      area: 'client',
      order: 10,
      permission: 'org.read',
    },
  ],
};
