import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './generated/schema';

export type { UsedPermission } from './generated/permissions';
export type { components, operations, paths } from './generated/schema';

/** A schema of the API by its name: `Api<'Asset'>`. */
export type Api<Name extends keyof components['schemas']> = components['schemas'][Name];

/** A typed client of the API for scripts and integrations; `baseUrl` is the origin, e.g. https://st0r.example. */
export function createApiClient(options: { baseUrl: string; token?: string }): Client<paths> {
  const headers = options.token ? { authorization: `Bearer ${options.token}` } : undefined;
  return createClient<paths>({ baseUrl: options.baseUrl, headers });
}
