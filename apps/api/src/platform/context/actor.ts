import type { Permission } from '../authorize/permissions';

/** One organisation the actor has a role in, with the union of its roles' permissions right now. */
export interface Grant {
  readonly organisationId: string;
  readonly slug: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Who is acting: a person in a session, or the house itself (jobs, command line). */
export interface Actor {
  readonly type: 'user' | 'system';
  readonly id: string;
  readonly name: string;
  readonly platformAdmin: boolean;
  /** Session of a person; system actors have none. */
  readonly session?: ActorSession;
  readonly grants: ReadonlyMap<string, Grant>;
}

/** The facts of a session that guards decide on. */
export interface ActorSession {
  readonly id: string;
  /** `full`, or `enrolment` while a demanded second factor is missing. */
  readonly scope: 'full' | 'enrolment';
  readonly amr: readonly string[];
  /** When the person signed in. */
  readonly authenticatedAt: Date;
  /** Fresh proofs by class of act, as epoch milliseconds. */
  readonly steppedUp: Readonly<Record<string, number>>;
  /** Cookie session of a browser; bearer tokens never reveal secrets. */
  readonly interactive: boolean;
}

/** The house itself: start-up, the command line, the ring. It administers nothing and sees no organisation by itself. */
export const HOUSE_ACTOR: Actor = {
  type: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  name: 'ClientSt0r',
  platformAdmin: false,
  grants: new Map(),
};

/** Organisation ids in which the actor holds a permission. */
export function organisationsWith(actor: Actor, permission: Permission): string[] {
  return [...actor.grants.values()]
    .filter((grant) => grant.permissions.has(permission))
    .map((grant) => grant.organisationId);
}
