import type { Permission } from '../authorize/permissions';

/** One organisation the actor has a role in, with the union of its roles' permissions right now. */
export interface Grant {
  readonly organisationId: string;
  readonly slug: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Who is acting: a person in a session, an API key for its owner, or the house itself (jobs, command line). */
export interface Actor {
  readonly type: 'user' | 'api_key' | 'system';
  /** The person; a key acts in the name of its owner. */
  readonly id: string;
  readonly name: string;
  readonly platformAdmin: boolean;
  /** Session of a person; system actors have none. */
  readonly session?: ActorSession;
  readonly key?: ActorKey;
  /** Whose rights stand in `grants` instead of the person's own; read only. */
  readonly sight?: ActorSight;
  /** Rises with every change of the person's rights; `grants` are those of this one. */
  readonly rightsEpoch?: number;
  /** What may be done where; of a key what its owner may do there right now, narrowed to its scopes. */
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

/** A look at the product with the rights of somebody else in one organisation. */
export interface ActorSight {
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: 'person' | 'role';
  /** The person or role looked with. */
  readonly id: string;
  readonly name: string;
  readonly until: Date;
  /** How many of their permissions the person does not hold and so does not look with. */
  readonly leftOut: number;
}

/** The house itself: start-up, the command line, the ring. It administers nothing and sees no organisation by itself. */
export const HOUSE_ACTOR: Actor = {
  type: 'system',
  id: '00000000-0000-0000-0000-000000000000',
  name: 'ClientSt0r',
  platformAdmin: false,
  grants: new Map(),
};

/** The facts of an API key that guards decide on, and that it may read of itself. */
export interface ActorKey {
  readonly id: string;
  readonly name: string;
  /** The organisation that manages it. */
  readonly organisationId: string;
  readonly scopes: ReadonlySet<Permission>;
  /** Blocks of addresses it works from; none means from anywhere. */
  readonly networks: readonly string[];
  readonly expiresOn: string;
  readonly budget: KeyBudget;
}

/** How much a key may ask in a minute, and what is left of it. */
export interface KeyBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until all of it is there again. */
  readonly resetSeconds: number;
}

const known = new WeakMap<Actor['grants'], Map<Permission, readonly string[]>>();

/**
 * Organisation ids in which the actor holds a permission. The same grants answer the same list, so that what follows from
 * it need not be worked out on every request either.
 */
export function organisationsWith({ grants }: Actor, permission: Permission): readonly string[] {
  let lists = known.get(grants);
  if (!lists) known.set(grants, (lists = new Map()));
  let list = lists.get(permission);
  if (!list) lists.set(permission, (list = organisationsIn(grants, permission)));
  return list;
}

function organisationsIn(grants: Actor['grants'], permission: Permission): string[] {
  return [...grants.values()].filter((grant) => grant.permissions.has(permission)).map((grant) => grant.organisationId);
}
