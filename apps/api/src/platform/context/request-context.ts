import { Injectable } from '@nestjs/common';
import { ClsService, ClsServiceManager } from 'nestjs-cls';
import { Unauthenticated } from '../errors';
import type { Actor } from './actor';
import type { PendingEvent } from '../events/event';

/** Where a unit of work came from; written to every event. */
export interface Origin {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

interface Store {
  origin: Origin;
  actor?: Actor;
  /** Organisation ids the present handler may touch; null until the guard has spoken. */
  scope: readonly string[] | null;
  events: PendingEvent[] | null;
  /** Whoever waited for this work has stopped waiting; it may write nothing more. */
  abandoned?: boolean;
}

/** The ambient request: opened by HTTP, the job runner and the test harness only; reading it elsewhere throws. */
@Injectable()
export class RequestContext {
  private readonly cls: ClsService = ClsServiceManager.getClsService();

  /** Opens a context around `work`. */
  run<T>(origin: Origin, work: () => T): T {
    // Overriding, not inheriting: a request inside a request must not see the outer transaction.
    return this.cls.run({ ifNested: 'override' }, () => {
      this.cls.set('house', { origin, scope: null, events: null } satisfies Store);
      return work();
    });
  }

  /** True inside an opened context. */
  get open(): boolean {
    return this.cls.isActive() && this.cls.get('house') !== undefined;
  }

  get origin(): Origin {
    return this.store.origin;
  }

  get actor(): Actor {
    const { actor } = this.store;
    if (!actor) throw new Unauthenticated();
    return actor;
  }

  get actorIfAny(): Actor | undefined {
    return this.open ? this.store.actor : undefined;
  }

  /** Names the actor; the session strategy and the job runner do this once. */
  become(actor: Actor): void {
    this.store.actor = actor;
  }

  /** The organisations the present handler may touch; throws where no guard has run. */
  get scope(): readonly string[] {
    const { scope } = this.store;
    if (!scope) throw new Error('No organisation scope: this handler declared no organisation permission.');
    return scope;
  }

  /** Set by the guard, and by acts that reach into exactly one named organisation. */
  limitTo(scope: readonly string[]): void {
    this.store.scope = scope;
  }

  /** Events waiting for the end of the unit of work; null outside one. */
  get pendingEvents(): PendingEvent[] | null {
    return this.store.events;
  }

  /** The unit of work opens and closes the list of waiting events. */
  collectEvents(events: PendingEvent[] | null): void {
    this.store.events = events;
  }

  /** Closes this context to further units of work: what still runs in it was given up. */
  abandon(): void {
    this.store.abandoned = true;
  }

  get abandoned(): boolean {
    return this.store.abandoned === true;
  }

  private get store(): Store {
    const store = this.cls.isActive() ? this.cls.get<Store | undefined>('house') : undefined;
    if (!store) throw new Error('There is no request context here.');
    return store;
  }
}
