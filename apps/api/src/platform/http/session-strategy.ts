import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context';

/** Names the actor of a request; the auth module provides it. */
export interface SessionStrategy {
  /** The actor, undefined for nobody; throws Unauthenticated for a proof that is no longer good. */
  authenticate(request: FastifyRequest): Promise<Actor | undefined>;
}

/** Token of the session strategy. */
export const SESSION_STRATEGY = Symbol('session strategy');
