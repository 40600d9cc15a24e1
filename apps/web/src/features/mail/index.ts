import type { Feature } from '../../app/feature';
import { title } from './titles';

/** The mail server, and the mails that left or could not. */
export const feature: Feature = {
  noun: 'mail',
  routes: {
    admin: [
      { path: 'mail', handle: { title: title('mail') }, lazy: () => import('./mail-settings.page') },
      { path: 'mails', handle: { title: title('mails') }, lazy: () => import('./mails.page') },
    ],
  },
  nav: [
    {
      id: 'mail',
      label: title('mail'),
      icon: 'envelope',
      area: 'admin',
      to: '/admin/mail',
      order: 50,
      platformAdmin: true,
    },
  ],
};
