import type { ExecutionContext } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import type { Actor } from '../context';
import { Forbidden } from '../errors';
import type { Access } from './authorize.decorator';

/** What the house asks the module that keeps sights. */
export interface SightDoor {
  /** The same person with the rights they look with instead of their own, never more than their own. */
  through(actor: Actor): Promise<Actor>;
}

/** Token of the door; the module that keeps sights provides it. */
export const SIGHT_DOOR = Symbol('sight door');

/**
 * Who looks with somebody else’s rights reads, and nothing more: no write, no act that asks for a fresh sign-in or leaves an
 * event, no list taken out as a file. Giving the own rights back and signing out are declared.
 */
export function requireReading(actor: Actor, access: Access, execution: ExecutionContext): void {
  if (!actor.sight || access.kind === 'public') return;
  if (access.kind === 'signedIn' && access.sight) return;
  const acts = access.stepUp !== undefined || access.event !== undefined || access.rate === 'bulk';
  if (!acts && !writes(execution)) return;
  throw new Forbidden('sight.read_only', {
    detail: `You are looking with the rights of ${actor.sight.name}. Stop that first to change or open anything.`,
  });
}

function writes(execution: ExecutionContext): boolean {
  if (execution.getType<string>() === 'graphql')
    return execution.getArgByIndex<GraphQLResolveInfo | undefined>(3)?.operation.operation !== 'query';
  const { method } = execution.switchToHttp().getRequest<{ method: string }>();
  return method !== 'GET' && method !== 'HEAD';
}
