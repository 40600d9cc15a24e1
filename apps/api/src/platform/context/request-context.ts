import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Unauthenticated } from '../errors';
import type { Transaction } from '../database/transaction';
import type { PendingEvent } from '../events/event';
import type { Actor } from './actor';

/** Where a unit of work came from; written to every event. */
export interface Origin {
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** The mark of a known device as the browser sent it; nothing is believed of it here. */
  readonly device?: string;
}

/** A unit of work under way: its transaction, and the events written just before it commits. */
export interface Unit {
  readonly transaction: Transaction;
  readonly events: PendingEvent[];
  /** What waits for the commit, and never happens without it. */
  readonly afterwards: (() => void)[];
  /** The rights it stands on have been looked at in its transaction. */
  rightsConfirmed: boolean;
  /** What it did beside itself, over all of its tries. */
  readonly beside: Beside;
}

/** What a unit of work did in transactions of their own, which stay although the unit begins anew. */
export interface Beside {
  /** What was given a name, with its answer: a further try is given that instead of doing it again. */
  readonly kept: Map<string, unknown>;
  /** Something without a name was done: the unit is not tried again. */
  done: boolean;
}

interface Facts {
  readonly origin: Origin;
  actor?: Actor;
  /** Organisation ids the present handler may touch; null until the guard has spoken. */
  scope: readonly string[] | null;
  /** The guard let this in for rights of the actor, so that they must still be theirs when it commits. */
  standsOnRights?: boolean;
  /** Whoever waited for this work has stopped waiting; it may write nothing more. */
  abandoned: boolean;
}

interface Store {
  /** Shared by everything that happens for one request. */
  readonly facts: Facts;
  readonly unit: Unit | null;
}

const storage = new AsyncLocalStorage<Store>();

/** The ambient request: opened by HTTP, the job runner and the test harness only; reading it elsewhere throws. */
@Injectable()
export class RequestContext {
  /** Opens a context around `work`; a request inside a request sees nothing of the outer one. */
  run<T>(origin: Origin, work: () => T): T {
    return storage.run({ facts: { origin, scope: null, abandoned: false }, unit: null }, work);
  }

  /** True inside an opened context. */
  get open(): boolean {
    return storage.getStore() !== undefined;
  }

  get origin(): Origin {
    return this.facts.origin;
  }

  get actor(): Actor {
    const { actor } = this.facts;
    if (!actor) throw new Unauthenticated();
    return actor;
  }

  get actorIfAny(): Actor | undefined {
    return storage.getStore()?.facts.actor;
  }

  /** Names the actor; the session strategy and the job runner do this once. */
  become(actor: Actor): void {
    this.facts.actor = actor;
  }

  /** The organisations the present handler may touch; throws where no guard has run. */
  get scope(): readonly string[] {
    const { scope } = this.facts;
    if (!scope) throw new Error('No organisation scope: this handler declared no organisation permission.');
    return scope;
  }

  /** The same, undefined where no guard has run. */
  get scopeIfAny(): readonly string[] | undefined {
    return storage.getStore()?.facts.scope ?? undefined;
  }

  /** Set by the guard, and by acts that reach into exactly one named organisation. */
  limitTo(scope: readonly string[]): void {
    this.facts.scope = scope;
  }

  /** Runs one of several acts that happen at the same time: what it is limited to is its own. */
  apart<T>(work: () => T): T {
    return storage.run({ facts: { ...this.facts, scope: null }, unit: this.unit }, work);
  }

  /** The person and the epoch of the rights this act was let in for; undefined where it needed none. */
  get rights(): { userId: string; epoch: number } | undefined {
    const { actor, standsOnRights } = this.facts;
    if (!standsOnRights || actor?.rightsEpoch === undefined) return undefined;
    return { userId: actor.id, epoch: actor.rightsEpoch };
  }

  /** Set by the guard where it let somebody in for their rights. */
  standOnRights(): void {
    this.facts.standsOnRights ??= true;
  }

  /** From here on the rights read at the beginning are older than what this request has done to them. */
  releaseRights(): void {
    this.facts.standsOnRights = false;
  }

  /** Answers what puts actor, scope and rights back as they are now: a unit of work that is tried again begins where it began. */
  remember(): () => void {
    const { facts } = this;
    const { actor, scope, standsOnRights } = facts;
    return () => void Object.assign(facts, { actor, scope, standsOnRights });
  }

  /** The unit of work under way; null outside one. */
  get unit(): Unit | null {
    return storage.getStore()?.unit ?? null;
  }

  /** Runs `work` inside a unit of work of its own, or beside any with null. */
  within<T>(unit: Unit | null, work: () => T): T {
    return storage.run({ facts: this.facts, unit }, work);
  }

  /** Closes this context to further units of work: what still runs in it was given up. */
  abandon(): void {
    this.facts.abandoned = true;
  }

  get abandoned(): boolean {
    return this.facts.abandoned;
  }

  private get facts(): Facts {
    const store = storage.getStore();
    if (!store) throw new Error('There is no request context here.');
    return store.facts;
  }
}
