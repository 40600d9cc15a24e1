import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context';
import { Invalid, Unauthenticated } from '../errors';

/**
 * What may reach GraphQL at all: a POST of JSON by somebody signed in. The schema describes the whole house, so
 * introspection is for them too; everything else an answer holds is decided field by field by the guard.
 */
export function admitGraphql(request: FastifyRequest, actor: Actor | undefined): void {
  if (request.method !== 'POST')
    throw new Invalid('method.not_allowed', {
      status: 405,
      detail: 'GraphQL is asked by POST.',
      headers: { allow: 'POST' },
    });
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json(?:;|$)/i.test(type))
    throw new Invalid('body.wrong_type', { status: 415, detail: 'GraphQL takes application/json.' });
  if (!actor) throw new Unauthenticated();
}

/** Any spelling of the address of GraphQL that the router leads there. */
export const isGraphql = (request: FastifyRequest): boolean => request.routeOptions.url === '/api/graphql';
