import type { Feature } from '../../app/feature';
import { title } from './titles';

/** Signing in and one's own account. */
export const feature: Feature = {
  noun: 'auth',
  routes: {
    public: [
      { path: '/login', lazy: () => import('./login.page') },
      { path: '/login/2fa', lazy: () => import('./second-factor.page') },
      { path: '/login/enrol', lazy: () => import('./enrol.page') },
      { path: '/reset', lazy: () => import('./reset-request.page') },
      { path: '/invite/:token', lazy: () => import('./link.page') },
      { path: '/reset/:token', lazy: () => import('./link.page') },
      { path: '/email-change', lazy: () => import('./email-change.page') },
      { path: '/setup/kit', lazy: () => import('./kit.page') },
      { path: '/setup/sample', lazy: () => import('./sample-data.page') },
      { path: '/setup', lazy: () => import('./setup.page') },
    ],
    house: [{ path: 'me/account', handle: { title: title('account') }, lazy: () => import('./account.page') }],
    admin: [
      { path: 'people', handle: { title: title('people') }, lazy: () => import('./people-admin.page') },
      { path: 'people/:id/off-boarding', lazy: () => import('./offboarding.page') },
      { path: 'sign-in', handle: { title: title('signIn') }, lazy: () => import('./sign-in-rules.page') },
    ],
  },
  nav: [
    {
      id: 'admin-people',
      label: title('people'),
      icon: 'person-lines-fill',
      to: '/admin/people',
      area: 'admin',
      order: 10,
      platformAdmin: true,
    },
    {
      id: 'admin-sign-in',
      label: title('signIn'),
      icon: 'door-closed',
      to: '/admin/sign-in',
      area: 'admin',
      order: 30,
      platformAdmin: true,
    },
  ],
};
