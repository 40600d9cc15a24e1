import type { Feature } from '../../app/feature';
import { say } from './messages';

/** Signing in and one's own account. */
export const feature: Feature = {
  noun: 'auth',
  routes: {
    public: [
      { path: '/login', lazy: () => import('./login.page') },
      { path: '/login/2fa', lazy: () => import('./second-factor.page') },
      { path: '/login/enrol', lazy: () => import('./enrol.page') },
      { path: '/invite/:token', lazy: () => import('./link.page') },
      { path: '/reset/:token', lazy: () => import('./link.page') },
      { path: '/setup/sample', lazy: () => import('./sample-data.page') },
      { path: '/setup', lazy: () => import('./setup.page') },
    ],
    house: [{ path: 'me/account', handle: { title: say('account') }, lazy: () => import('./account.page') }],
  },
};
