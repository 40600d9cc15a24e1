import type { Feature } from '../../app/feature';
import { word } from './words';

/** The things a client owns, their models, and the fields a client adds to them. */
export const feature: Feature = {
  noun: 'assets',
  routes: {
    org: [
      { path: 'assets', handle: { title: word('assets') }, lazy: () => import('./assets.page') },
      { path: 'assets/new', handle: { title: word('add') }, lazy: () => import('./asset-new.page') },
      { path: 'assets/import', handle: { title: word('import') }, lazy: () => import('./import.page') },
      { path: 'assets/:id', handle: { title: word('asset') }, lazy: () => import('./asset.page') },
      { path: 'assets/:id/edit', handle: { title: word('edit') }, lazy: () => import('./asset-edit.page') },
      { path: 'custom-fields', handle: { title: word('customFields') }, lazy: () => import('./custom-fields.page') },
    ],
    admin: [{ path: 'models', handle: { title: word('models') }, lazy: () => import('./models.page') }],
  },
  nav: [
    {
      id: 'assets',
      label: word('assets'),
      icon: 'pc-display',
      area: 'client',
      to: 'assets',
      order: 40,
      permission: 'asset.read',
      goKey: 'a',
    },
    {
      id: 'custom-fields',
      label: word('customFields'),
      icon: 'input-cursor-text',
      area: 'client',
      to: 'custom-fields',
      order: 90,
      permission: 'org.update',
    },
    {
      id: 'models',
      label: word('models'),
      icon: 'boxes',
      area: 'admin',
      to: '/admin/models',
      order: 40,
      platformAdmin: true,
    },
  ],
  firstSteps: [
    {
      id: 'assets',
      label: word('firstAssets'),
      help: word('firstAssetsHelp'),
      to: '/o/all/assets/import',
      path: 'assets',
      permission: 'asset.write',
      order: 40,
    },
  ],
};
