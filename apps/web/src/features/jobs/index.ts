import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Work that runs after the answer has left: one's own jobs, all of them, and what runs at which time. */
export const feature: Feature = {
  noun: 'jobs',
  routes: {
    house: [{ path: 'jobs/:id', handle: { title: title('job') }, lazy: () => import('./job.page') }],
    admin: [
      { path: 'jobs', handle: { title: title('jobs') }, lazy: () => import('./jobs-admin.page') },
      { path: 'scheduler', handle: { title: title('scheduler') }, lazy: () => import('./scheduler.page') },
    ],
  },
  nav: [
    {
      id: 'jobs',
      label: title('jobs'),
      icon: 'hourglass-split',
      area: 'admin',
      to: '/admin/jobs',
      order: 60,
      platformAdmin: true,
    },
    {
      id: 'scheduler',
      label: title('scheduler'),
      icon: 'calendar-event',
      area: 'admin',
      to: '/admin/scheduler',
      order: 61,
      platformAdmin: true,
    },
  ],
};
