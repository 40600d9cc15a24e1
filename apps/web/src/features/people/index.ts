import type { Feature } from '../../app/feature';
import { title } from './titles';

/** People at the clients, and the places they work at. */
export const feature: Feature = {
  noun: 'people',
  routes: {
    org: [
      { path: 'people', handle: { title: title('contacts') }, lazy: () => import('./contacts.page') },
      { path: 'people/new', handle: { title: title('addContact') }, lazy: () => import('./contact-edit.page') },
      { path: 'people/:id', handle: { title: title('contacts') }, lazy: () => import('./contact.page') },
      { path: 'people/:id/edit', handle: { title: title('edit') }, lazy: () => import('./contact-edit.page') },
      { path: 'sites', handle: { title: title('sites') }, lazy: () => import('./sites.page') },
      { path: 'sites/new', handle: { title: title('addSite') }, lazy: () => import('./site-edit.page') },
      { path: 'sites/:id', handle: { title: title('sites') }, lazy: () => import('./site.page') },
      { path: 'sites/:id/edit', handle: { title: title('edit') }, lazy: () => import('./site-edit.page') },
    ],
  },
  nav: [
    {
      id: 'people',
      label: title('contacts'),
      icon: 'people',
      to: 'people',
      area: 'client',
      order: 20,
      permission: 'org.read',
    },
    {
      id: 'sites',
      label: title('sites'),
      icon: 'geo-alt',
      to: 'sites',
      area: 'client',
      order: 30,
      permission: 'org.read',
    },
  ],
};
