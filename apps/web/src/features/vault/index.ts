import type { Feature } from '../../app/feature';
import { title } from './titles';

/** The shared vault of each client. */
export const feature: Feature = {
  noun: 'vault',
  routes: {
    org: [
      { path: 'vault', handle: { title: title('vault') }, lazy: () => import('./vault.page') },
      { path: 'vault/health', handle: { title: title('health') }, lazy: () => import('./vault-health.page') },
      { path: 'vault/new', handle: { title: title('add') }, lazy: () => import('./credential-new.page') },
      { path: 'vault/:id', handle: { title: title('vault') }, lazy: () => import('./credential.page') },
      { path: 'vault/:id/edit', handle: { title: title('edit') }, lazy: () => import('./credential-edit.page') },
    ],
  },
  firstSteps: [
    {
      id: 'credential',
      label: title('first'),
      help: title('firstHelp'),
      to: '/o/all/vault/new',
      path: 'credentials',
      permission: 'vault.item.create',
      order: 60,
    },
  ],
  nav: [
    {
      id: 'vault',
      label: title('vault'),
      icon: 'safe2',
      area: 'client',
      to: 'vault',
      order: 60,
      permission: 'vault.item.read',
      goKey: 'v',
    },
  ],
};
