import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../errors';
import { isFormPost } from './form-post';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site could have triggered: browsers must be same-origin and send our header. Handlers made
 * for a provider's form are reached from another site on purpose, and with no session to misuse.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method) || isFormPost(request)) return;
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const foreign = site
    ? site !== 'same-origin'
    : headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
  const withCookies = headers.cookie !== undefined;
  if (!foreign && (!withCookies || headers['x-msp'] === '1')) return;
  throw new Forbidden('request.cross_site', { detail: 'This request did not come from our own pages.' });
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
