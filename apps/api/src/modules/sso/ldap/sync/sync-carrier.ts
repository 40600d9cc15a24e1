import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database';
import { MappedMemberships } from '../../../access';
import { Departures } from './departures';
import { PlanGround, type Look } from './plan-ground';
import { isOf, type PersonPlan } from './sync-plan';

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

  async carryOut(look: Look, plans: readonly PersonPlan[], step: Step): Promise<void> {
    let done = 0;
    for (const plan of plans) {
      if (!plan.act) continue;
      await this.work.run(() => this.account(look, plan));
      await step((done += 1));
    }
    for (const organisationId of organisationsOf(plans)) {
      const touched = plans.filter((plan) => [...plan.give, ...plan.take].some(isIn(organisationId)));
      await this.work.run(() => this.roles(look, { organisationId, touched }));
      await step((done += touched.length));
    }
  }

  private async account(look: Look, { person, act }: PersonPlan): Promise<void> {
    await this.ground.requireConnection(look);
    const account = (await this.ground.accounts(look, [person])).get(person.userId);
    if (account && act) await this.departures[act](look.connection, person.userId, account);
  }

  private async roles(
    look: Look,
    { organisationId, touched }: { organisationId: string; touched: readonly PersonPlan[] },
  ): Promise<void> {
    await this.ground.requireConnection(look);
    const giver = { source: 'ldap', connectionId: look.connection.id, within: organisationId } as const;
    const mapped = await this.ground.mapped(look, organisationId);
    const people = touched.map(({ person }) => person);
    const accounts = await this.ground.accounts(look, people);
    for (const { person, wanted } of touched) {
      const account = accounts.get(person.userId);
      if (!account) continue;
      const here = wanted.filter(isOf(mapped));
      const roles = account.state === 'disabled' ? here.filter(isOf(await this.ground.roles(person.userId))) : here;
      await this.memberships.sync({ id: person.userId, name: person.name }, giver, roles);
    }
  }
}

const isIn =
  (organisationId: string) =>
  (role: { organisationId: string }): boolean =>
    role.organisationId === organisationId;

const organisationsOf = (plans: readonly PersonPlan[]): Set<string> =>
  new Set(plans.flatMap(({ give, take }) => [...give, ...take].map(({ organisationId }) => organisationId)));
