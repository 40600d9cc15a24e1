import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPermission, type Breach, type KeyDoor, type Permission } from '../../../platform/authorize';
import type { Actor, ActorKey, Grant, KeyBudget } from '../../../platform/context';
import { Unauthenticated } from '../../../platform/errors';
import { GrantReader } from '../../access';
import { RequestLog } from '../requests/request-log';
import { KeyFinder, type FoundKey } from './key-finder';
import { refusalOf } from './key-refusal';
import { KeySpending } from './key-spending';
import { KeyTrail } from './key-trail';

/** Lets API keys in: each request finds the key, its owner's present rights and its budget anew. */
@Injectable()
export class ApiKeyDoor implements KeyDoor {
  constructor(
    private readonly finder: KeyFinder,
    private readonly grants: GrantReader,
    private readonly trail: KeyTrail,
    private readonly spending: KeySpending,
    private readonly log: RequestLog,
  ) {}

  async admit(text: string, request: FastifyRequest): Promise<Actor> {
    const key = await this.finder.find(text);
    if (!key)
      throw new Unauthenticated('api_key.unknown', 'This is no API key of ours. Check that all of it was copied.');
    // From here on the request is one of this key, whatever becomes of it.
    this.log.expect(request, key);
    const refusal = refusalOf(key, request.ip);
    if (refusal) {
      await this.trail.refused(key, refusal.reason);
      throw refusal.error;
    }
    const budget = await this.spending.spend(key, request);
    return this.actorOf(key, budget);
  }

  async read(id: string): Promise<Actor | undefined> {
    const key = await this.finder.byId(id);
    if (!key || refusalOf(key)) return undefined;
    const limit = key.requestsPerMinute;
    return this.actorOf(key, { limit, remaining: limit, resetSeconds: 0 });
  }

  breached(key: ActorKey, breach: Breach): Promise<void> {
    return this.trail.breached(key, breach);
  }

  strayed(key: ActorKey): Promise<void> {
    return this.trail.refused(key, 'organisation');
  }

  answered(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
    return this.log.answered(request, reply, payload);
  }

  private async actorOf(key: FoundKey, budget: KeyBudget): Promise<Actor> {
    const scopes = new Set(key.scopes.filter(isPermission));
    const owned = await this.grants.read(key.ownerId, Number(key.ownerEpoch), new Date().toISOString().slice(0, 10));
    const { id, name, organisationId, networks, expiresOn } = key;
    return {
      type: 'api_key',
      id: key.ownerId,
      name: `${name} (${key.ownerName})`,
      platformAdmin: false,
      rightsEpoch: Number(key.ownerEpoch),
      key: { id, name, organisationId, networks, expiresOn, scopes, budget },
      grants: narrowed(owned, key.organisationIds, scopes),
    };
  }
}

/** What the owner may do right now, in the organisations of the key, as far as its scopes go. */
function narrowed(
  owned: ReadonlyMap<string, Grant>,
  organisationIds: readonly string[],
  scopes: ReadonlySet<Permission>,
): ReadonlyMap<string, Grant> {
  const grants = new Map<string, Grant>();
  for (const id of organisationIds) {
    const grant = owned.get(id);
    if (grant) grants.set(id, { ...grant, permissions: grant.permissions.intersection(scopes) });
  }
  return grants;
}
