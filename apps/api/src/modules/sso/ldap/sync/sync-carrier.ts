import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database';
import { MappedMemberships } from '../../../access';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { Departures } from './departures';
import { PlanGround } from './plan-ground';
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

  async carryOut(connection: SignInConnectionEntity, plans: readonly PersonPlan[], step: Step): Promise<void> {
    let done = 0;
    for (const plan of plans) {
      if (!plan.act) continue;
      await this.work.run(() => this.account(connection, plan));
      await step((done += 1));
    }
    for (const organisationId of organisationsOf(plans)) {
      const touched = plans.filter((plan) => [...plan.give, ...plan.take].some(isIn(organisationId)));
      await this.work.run(() => this.roles(connection, { organisationId, touched }));
      await step((done += touched.length));
    }
  }

  private async account(connection: SignInConnectionEntity, { person, act }: PersonPlan): Promise<void> {
    const account = (await this.ground.accounts(connection, [person])).get(person.userId);
    if (account && act) await this.departures[act](connection, person.userId, account);
  }

  private async roles(
    connection: SignInConnectionEntity,
    { organisationId, touched }: { organisationId: string; touched: readonly PersonPlan[] },
  ): Promise<void> {
    const giver = { source: 'ldap', connectionId: connection.id, within: organisationId } as const;
    const accounts = await this.ground.accounts(
      connection,
      touched.map(({ person }) => person),
    );
    for (const { person, wanted } of touched) {
      const here = wanted.filter(isIn(organisationId));
      const closed = accounts.get(person.userId)?.state === 'disabled';
      const roles = closed ? here.filter(isOf(await this.ground.roles(person.userId))) : here;
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
