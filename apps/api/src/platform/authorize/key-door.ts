import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, ActorKey } from '../context';
import type { Access } from './authorize.decorator';
import { NEVER_GRANTABLE } from './permissions';

/** What a key tried that it may not: what its scopes lack, or what only a person may do. */
export interface Breach {
  /** A permission code, or `person` where no scope would help. */
  readonly needed: string;
  /** The handler, as permissions.lock.json names it. */
  readonly handler: string;
}

/** What the house asks the module that keeps API keys. */
export interface KeyDoor {
  /** The actor of a request that carries a key; throws for a key that is not good here and now. */
  admit(key: string, request: FastifyRequest): Promise<Actor>;
  /** The actor of work a key asked for earlier, with the rights of this moment; undefined when it is no longer good. */
  read(id: string): Promise<Actor | undefined>;
  /** A key reached for more than its scopes: written down, counted, and too much of it suspends the key. */
  breached(key: ActorKey, breach: Breach): Promise<void>;
  /** A key named an organisation it has nothing to do with. */
  strayed(key: ActorKey): Promise<void>;
  /** Notes the answer to a request of a key before it leaves; answers the payload to send. */
  answered(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown;
}

/** Token of the door; the module that keeps API keys provides it. */
export const KEY_DOOR = Symbol('key door');

/** The scopes a key needs to call this; undefined where no key may. */
export function scopesFor(access: Access): string[] | undefined {
  if (access.kind === 'public') return [];
  const scope = access.kind === 'permission' ? access.permission : undefined;
  if (scope && NEVER_GRANTABLE.has(scope)) return undefined;
  return closedToKey(access, new Set(scope ? [scope] : [])) ? undefined : scope ? [scope] : [];
}

/** Why an API key may not call this, or undefined. Step-up, administration and one's own account are for people. */
export function closedToKey(access: Access, scopes: ActorKey['scopes']): string | undefined {
  if (access.kind === 'public') return undefined;
  if (access.stepUp || access.kind === 'platform') return 'person';
  if (access.kind === 'signedIn') return access.keys ? undefined : 'person';
  return scopes.has(access.permission) ? undefined : access.permission;
}
