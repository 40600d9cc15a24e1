import type { Feature } from '../../app/feature';
import { say } from './messages';

/** People at the clients, and the places they work at. */
export const feature: Feature = {
  noun: 'people',
  routes: {
    org: [
      { path: 'people', handle: { title: say('contacts') }, lazy: () => import('./contacts.page') },
      { path: 'people/new', handle: { title: say('addContact') }, lazy: () => import('./contact-edit.page') },
      { path: 'people/:id', handle: { title: say('contacts') }, lazy: () => import('./contact.page') },
      { path: 'people/:id/edit', handle: { title: say('edit') }, lazy: () => import('./contact-edit.page') },
      { path: 'sites', handle: { title: say('sites') }, lazy: () => import('./sites.page') },
      { path: 'sites/new', handle: { title: say('addSite') }, lazy: () => import('./site-edit.page') },
      { path: 'sites/:id', handle: { title: say('sites') }, lazy: () => import('./site.page') },
      { path: 'sites/:id/edit', handle: { title: say('edit') }, lazy: () => import('./site-edit.page') },
    ],
  },
  nav: [
    {
      id: 'people',
      label: say('contacts'),
      icon: 'people',
      to: 'people',
      area: 'client',
      order: 20,
      permission: 'org.read',
    },
    {
      id: 'sites',
      label: say('sites'),
      icon: 'geo-alt',
      to: 'sites',
      area: 'client',
      order: 30,
      permission: 'org.read',
    },
  ],
};
