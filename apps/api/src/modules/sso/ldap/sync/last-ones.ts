import { isOf, type PersonPlan, type Role } from './sync-plan';

/** Somebody who owns a client right now. */
export interface Owner extends Role {
  userId: string;
}

/** Who must not go all together. */
export interface LastOnes {
  administrators: readonly string[];
  owners: readonly Owner[];
}

/** The plans as they can be carried out: the last administrator stays, and the last owner of a client keeps the role. */
export function keepLast(plans: readonly PersonPlan[], { administrators, owners }: LastOnes): PersonPlan[] {
  const left = new Set(administrators);
  const stayed = plans.map((plan) => (plan.act === 'leave' && !lets(left, plan.person.userId) ? stays(plan) : plan));
  // Whoever leaves goes before any role is taken, and owns nothing for the others to rely on.
  const leaving = new Set(stayed.filter(({ act }) => act === 'leave').map(({ person }) => person.userId));
  const remaining = new Map<string, Set<string>>(owners.map((one) => [nameOf(one), new Set()]));
  for (const one of owners) if (!leaving.has(one.userId)) remaining.get(nameOf(one))?.add(one.userId);
  return stayed.map((plan) => {
    const keep = plan.take.filter((role) => {
      const others = remaining.get(nameOf(role));
      return others !== undefined && !parts(others, plan.person.userId);
    });
    return keep.length === 0 ? plan : { ...plan, keep, take: plan.take.filter((role) => !isOf(keep)(role)) };
  });
}

const stays = (plan: PersonPlan): PersonPlan => ({ ...plan, act: 'stay' });

/** Lets somebody go who is not the last one of these, or none of them. */
const lets = (all: Set<string>, userId: string): boolean => !all.has(userId) || parts(all, userId);

/** Takes somebody out, unless nobody would be left. */
function parts(all: Set<string>, userId: string): boolean {
  const others = all.has(userId) ? all.size - 1 : all.size;
  if (others === 0) return false;
  all.delete(userId);
  return true;
}

const nameOf = ({ organisationId, roleId }: Role): string => `${organisationId} ${roleId}`;
