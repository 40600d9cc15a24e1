import { Inject, Injectable } from '@nestjs/common';
import { organisationsWith, RequestContext, type Actor } from '../context';
import { Forbidden } from '../errors';
import type { Claim } from './job-claims';
import type { JobDefinition } from './job-definition';
import { HOUSE_ID } from './jobs';

/** Names somebody by id with the rights of this moment; the module that knows people provides it. */
export interface ActorReader {
  /** Undefined when they may do nothing any more: disabled, deleted, expired. */
  read(type: string, id: string): Promise<Actor | undefined>;
}

/** Token of the actor reader. */
export const ACTOR_READER = Symbol('actor reader');

/** The house itself: it administers nothing and sees no organisation unless the job names one. */
export const HOUSE: Actor = {
  type: 'system',
  id: HOUSE_ID,
  name: 'ClientSt0r',
  platformAdmin: false,
  grants: new Map(),
};

/** Decides who acts in a job, with the rights they have now and not those they had when they asked. */
@Injectable()
export class JobActors {
  constructor(
    @Inject(ACTOR_READER) private readonly reader: ActorReader,
    private readonly context: RequestContext,
  ) {}

  /** Names the actor and the scope of the present context; throws Forbidden when the right is gone. */
  async enter(claim: Claim, { acts }: JobDefinition): Promise<void> {
    const scope = claim.actsIn ? [claim.actsIn] : [];
    if (acts === 'system') {
      this.context.become(HOUSE);
      return this.context.limitTo(scope);
    }
    const actor = await this.reader.read(claim.actorType, claim.actorId);
    if (!actor) throw new Forbidden('job.person_gone', { detail: 'Whoever asked for this may no longer sign in.' });
    this.context.become(actor);
    if (acts === 'person') return this.context.limitTo(scope);
    const held = organisationsWith(actor, acts.permission);
    const wanted = claim.actsIn ? held.filter((id) => id === claim.actsIn) : held;
    if (wanted.length === 0)
      throw new Forbidden('permission.missing', {
        detail: `${actor.name} no longer holds the permission "${acts.permission}" this needs.`,
        params: { permission: acts.permission },
      });
    this.context.limitTo(wanted);
  }
}
