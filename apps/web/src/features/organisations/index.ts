import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Clients: the list of all, and the overview of one. */
export const feature: Feature = {
  noun: 'organisations',
  routes: {
    house: [
      { path: 'clients', handle: { title: title('clients') }, lazy: () => import('./clients.page') },
      { path: 'clients/new', handle: { title: title('add') }, lazy: () => import('./new-client.page') },
    ],
    org: [
      { index: true, lazy: () => import('./overview.page') },
      { path: 'edit', handle: { title: title('edit') }, lazy: () => import('./edit-client.page') },
    ],
  },
  nav: [
    { id: 'clients', label: title('clients'), icon: 'buildings', to: '/clients', area: 'house', order: 10, goKey: 'c' },
    {
      id: 'overview',
      label: title('overview'),
      icon: 'building',
      to: '',
      oneClient: true,
      area: 'client',
      order: 10,
      permission: 'org.read',
    },
  ],
};
