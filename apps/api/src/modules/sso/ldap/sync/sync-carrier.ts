import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database';
import { MappedMemberships } from '../../../access';
import { Departures } from './departures';
import { PlanGround, type Look } from './plan-ground';
import { isOf, type PersonPlan, type Role } from './sync-plan';

type RoleChanges = Awaited<ReturnType<MappedMemberships['sync']>>;
type Step = (done: number) => Promise<void>;

/** Carries a plan out: whoever left goes first and at once, then the roles of each organisation in one transaction. */
@Injectable()
export class SyncCarrier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ground: PlanGround,
    private readonly departures: Departures,
    private readonly memberships: MappedMemberships,
  ) {}

  /** Answers what was really done, which is less where something changed meanwhile. */
  async carryOut(look: Look, plans: readonly PersonPlan[], step: Step): Promise<PersonPlan[]> {
    const done: PersonPlan[] = [];
    for (const plan of plans) {
      if (!plan.act) continue;
      const act = await this.work.run(() => this.account(look, plan));
      await step(done.push({ ...plan, ...NO_ROLES, act }));
    }
    for (const organisationId of organisationsOf(plans)) {
      const touched = plans.filter((plan) => rolesOf(plan).some(isIn(organisationId)));
      done.push(...(await this.work.run(() => this.roles(look, { organisationId, touched }))));
      await step(done.length);
    }
    return done;
  }

  private async account(look: Look, { person, act }: PersonPlan): Promise<PersonPlan['act']> {
    await this.ground.requireConnection(look);
    const account = (await this.ground.accounts(look, [person])).get(person.userId);
    if (!account) return null;
    const verb = act === 'return' ? 'return' : 'leave';
    return this.departures[verb](look.connection, person.userId, account);
  }

  private async roles(
    look: Look,
    { organisationId, touched }: { organisationId: string; touched: readonly PersonPlan[] },
  ): Promise<PersonPlan[]> {
    await this.ground.requireConnection(look);
    const giver = { source: 'ldap', connectionId: look.connection.id, within: organisationId } as const;
    const mapped = await this.ground.mapped(look, organisationId);
    const people = touched.map(({ person }) => person);
    const accounts = await this.ground.accounts(look, people);
    const done: PersonPlan[] = [];
    for (const plan of touched) {
      const { userId, name } = plan.person;
      const account = accounts.get(userId);
      if (!account) continue;
      const here = plan.wanted.filter(isOf(mapped));
      const roles = account.state === 'disabled' ? here.filter(isOf(await this.ground.roles(userId))) : here;
      const changes = await this.memberships.sync({ id: userId, name }, giver, roles);
      done.push(doneOf(plan, isIn(organisationId), changes));
    }
    return done;
  }
}

const NO_ROLES = { give: [], take: [], keep: [] } as const;

/** What of the plan became true in one organisation. */
function doneOf(plan: PersonPlan, here: (role: Role) => boolean, { given, taken, kept }: RoleChanges): PersonPlan {
  const take = rolesOf(plan).filter((role) => !isOf(plan.give)(role) && !isOf(kept)(role));
  return {
    ...plan,
    act: null,
    give: given > 0 ? plan.give.filter(here) : [],
    take: taken > 0 ? take.filter(here) : [],
    keep: kept,
  };
}

const rolesOf = ({ give, take, keep }: PersonPlan): Role[] => [...give, ...take, ...keep];

const isIn =
  (organisationId: string) =>
  (role: { organisationId: string }): boolean =>
    role.organisationId === organisationId;

const organisationsOf = (plans: readonly PersonPlan[]): Set<string> =>
  new Set(plans.flatMap(rolesOf).map(({ organisationId }) => organisationId));
