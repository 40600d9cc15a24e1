import type { Feature } from '../../app/feature';
import { word } from './words';

/** From a scan of a client's network to its assets. */
export const feature: Feature = {
  noun: 'discovery',
  routes: {
    org: [
      { path: 'discovery', handle: { title: word('discovery') }, lazy: () => import('./scans.page') },
      { path: 'discovery/:scan', handle: { title: word('scan') }, lazy: () => import('./scan.page') },
    ],
  },
  nav: [
    {
      id: 'discovery',
      label: word('discovery'),
      icon: 'radar',
      area: 'client',
      to: 'discovery',
      order: 50,
      permission: 'network.read',
    },
  ],
  firstSteps: [
    {
      id: 'scan',
      label: word('firstScan'),
      help: word('firstScanHelp'),
      to: '/o/all/discovery',
      path: 'scans',
      permission: 'discovery.run',
      order: 50,
    },
  ],
};
