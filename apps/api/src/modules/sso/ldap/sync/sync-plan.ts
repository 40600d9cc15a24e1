import type { Upstream } from './upstream';

/** Somebody who has an account here through the directory. */
export interface KnownPerson {
  userId: string;
  name: string;
  state: string;
  /** Keys in the directory; nearly always one. */
  keys: readonly string[];
  /** Disabled by an earlier sync, and changed by nobody since. */
  left: boolean;
  /** Administers the platform. */
  administrator: boolean;
  /** Roles the directory gave them so far. */
  roles: readonly Role[];
  /** All roles they have, whoever gave them. */
  held: readonly Role[];
}

export interface Role {
  organisationId: string;
  roleId: string;
}

/** A mapping that counts: the role belongs to everybody in the group. */
export interface Mapping extends Role {
  group: string;
}

/** What there is to do for one person. */
export interface PersonPlan {
  person: KnownPerson;
  /** `stay` is a leave that does not happen: nobody else could administer the platform. */
  act: 'leave' | 'stay' | 'return' | null;
  give: readonly Role[];
  take: readonly Role[];
  /** Taken by the directory and kept by us: the last owner of a client. */
  keep: readonly Role[];
  /** All roles the directory gives them from now on. */
  wanted: readonly Role[];
}

/** More than this part of people losing something at once is rather a mistake than an event. */
const MOST_LOSING = 0.3;
/** So few may go at any time, however few there are. */
const FEW = 2;

/** What would have to change, one plan for each person for whom anything does. */
export function planSync(
  known: readonly KnownPerson[],
  upstream: Upstream,
  mappings: readonly Mapping[],
): PersonPlan[] {
  return known
    .map((person) => planOf(person, upstream, mappings))
    .filter(({ act, give, take }) => act !== null || give.length + take.length > 0);
}

/** Why the plan must not be carried out, in words; undefined when it may. */
export function guardRefusal(known: readonly KnownPerson[], plans: readonly PersonPlan[]): string | undefined {
  const leaving = plans.filter(({ act }) => act === 'leave').length;
  const active = known.filter(({ state }) => state !== 'disabled').length;
  const losing = plans.filter(({ take }) => take.length > 0).length;
  const holders = known.filter(({ roles }) => roles.length > 0).length;
  if (tooMany(leaving, active)) return sentence(`${leaving} of ${active} accounts would be disabled`);
  if (tooMany(losing, holders)) return sentence(`${losing} of ${holders} people would lose roles`);
  return undefined;
}

const tooMany = (some: number, all: number): boolean => some > FEW && some > all * MOST_LOSING;

const sentence = (what: string): string =>
  `${what}, so nothing was changed. If that is meant, look at the list of a dry run and let it happen; otherwise check the search base, the groups and what the reading account may see.`;

function planOf(person: KnownPerson, { people, members }: Upstream, mappings: readonly Mapping[]): PersonPlan {
  const living = person.keys.filter((key) => stays(people.get(key)));
  const act = actOf(person, living.length > 0);
  const inside = ({ group, ...role }: Mapping): boolean =>
    // A group that was mapped while the directory was being read gives and takes nothing yet.
    members.has(group) ? living.some((key) => members.get(group)?.has(key)) : isOf(person.roles)(role);
  const mapped = unique(mappings.filter(inside));
  // A disabled account is given nothing: whoever enables it one day finds what it had, and off-boarding ended that.
  const wanted = person.state === 'disabled' && act !== 'return' ? mapped.filter(isOf(person.roles)) : mapped;
  const give = wanted.filter((role) => !isOf(person.held)(role));
  const take = person.roles.filter((role) => !isOf(wanted)(role));
  return { person, act, give, take, keep: [], wanted };
}

/** A lock after wrong passwords passes by itself; it is no reason to end anything. */
const stays = (one: { closed: string | null } | undefined): boolean =>
  one !== undefined && (one.closed === null || one.closed === 'locked');

function actOf({ state, left }: KnownPerson, there: boolean): 'leave' | 'return' | null {
  if (!there) return state === 'disabled' ? null : 'leave';
  return left && state === 'disabled' ? 'return' : null;
}

/** Whether a role is one of these. */
export const isOf =
  (roles: readonly Role[]) =>
  (role: Role): boolean =>
    roles.some((one) => one.organisationId === role.organisationId && one.roleId === role.roleId);

function unique(roles: readonly Role[]): Role[] {
  const found = new Map(
    roles.map(({ organisationId, roleId }) => [`${organisationId} ${roleId}`, { organisationId, roleId }]),
  );
  return [...found.values()];
}
