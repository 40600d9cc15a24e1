import {
  createBrowserRouter,
  redirect,
  redirectDocument,
  type LoaderFunctionArgs,
  type RouteObject,
} from 'react-router';
import { Skeleton } from '@st0r/ui';
import { queryClient } from '../shared/query-client';
import { isProblem } from '../shared/problem';
import { meQuery } from '../shared/session';
import { NotFound, PageError } from './boundary';
import { routesOf } from './features';
import { shell } from './messages';
import { Shell } from './shell';

/** Lets nobody past who is not signed in, and brings them back here afterwards. */
async function requireMe({ request }: LoaderFunctionArgs): Promise<null> {
  try {
    await queryClient.ensureQueryData(meQuery);
    return null;
  } catch (error) {
    if (!isProblem(error, 401)) throw error;
    throw redirect(signInAddress(request.url));
  }
}

/** Refuses `/o/<slug>` for a client the person has no role in. */
async function requireOrg({ params }: LoaderFunctionArgs): Promise<null> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (params['org'] === 'all' || me.organisations.some((each) => each.slug === params['org'])) return null;
  throw new Response(null, { status: 404 });
}

/** The sign-in page that returns to `url` afterwards; only paths of our own are carried. */
export function signInAddress(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname === '/' ? '/login' : `/login?next=${encodeURIComponent(pathname + search)}`;
}

const ownPages: RouteObject[] = [
  { index: true, lazy: () => import('./home.page') },
  { path: 'help/shortcuts', handle: { title: shell('keys') }, lazy: () => import('./shortcuts.page') },
  // A document of its own, outside this application; reached here after signing in.
  { path: 'help/api', loader: () => redirectDocument('/help/api') },
  { path: 'about', handle: { title: shell('about') }, lazy: () => import('./about.page') },
];

/** The whole map of addresses. */
export function routes(): RouteObject[] {
  const org: RouteObject = { path: 'o/:org', loader: requireOrg, ErrorBoundary: PageError, children: routesOf('org') };
  const admin: RouteObject = { path: 'admin', handle: { title: shell('admin') }, children: routesOf('admin') };
  const pages: RouteObject = {
    ErrorBoundary: PageError,
    children: [...ownPages, ...routesOf('house'), org, admin, { path: '*', Component: NotFound }],
  };
  const inside: RouteObject = {
    path: '/',
    Component: Shell,
    loader: requireMe,
    shouldRevalidate: () => false,
    children: [pages],
  };
  return [{ ErrorBoundary: PageError, HydrateFallback: Boot, children: [...routesOf('public'), inside] }];
}

function Boot() {
  return <Skeleton shape="page" lines={6} />;
}

/** The router of this browser window. */
export function createRouter() {
  return createBrowserRouter(routes());
}
