import type { FastifyRequest } from 'fastify';
import type { Actor } from '../context';

/** Names the actor of a request; the auth module provides it. */
export interface SessionStrategy {
  /** The actor, undefined for nobody; throws Unauthenticated for a proof that is no longer good. */
  authenticate(request: FastifyRequest): Promise<Actor | undefined>;

  /** The same person with the rights of this moment, without counting as use; throws Unauthenticated when they may not any more. */
  recheck(actor: Actor, request: FastifyRequest): Promise<Actor>;
}

/** Token of the session strategy. */
export const SESSION_STRATEGY = Symbol('session strategy');
