import { Injectable } from '@nestjs/common';
import { Repositories, Sql, UnitOfWork } from '../../../../platform/database';
import { EventRecorder } from '../../../../platform/events';
import { MappedMemberships, UserEntity } from '../../../access';
import { SessionStore } from '../../../auth';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { PersonPlan } from './sync-plan';

type Step = (done: number) => Promise<void>;

/** Carries a plan out: whoever left goes first and at once, then the roles of each organisation in one transaction. */
@Injectable()
export class SyncCarrier {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repositories: Repositories,
    private readonly memberships: MappedMemberships,
    private readonly sessions: SessionStore,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  async carryOut(connection: SignInConnectionEntity, plans: readonly PersonPlan[], step: Step): Promise<void> {
    let done = 0;
    for (const plan of plans) {
      if (plan.act === 'leave') await this.work.run(() => this.leave(connection, plan));
      if (plan.act === 'return') await this.work.run(() => this.return(connection, plan));
      if (plan.act) await step((done += 1));
    }
    for (const organisationId of organisationsOf(plans)) {
      const touched = plans.filter((plan) => [...plan.give, ...plan.take].some(isIn(organisationId)));
      await this.work.run(() => this.roles(connection, { organisationId, touched }));
      await step((done += touched.length));
    }
  }

  private async leave(connection: SignInConnectionEntity, { person: { userId } }: PersonPlan): Promise<void> {
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    await users.update(user, { state: 'disabled', authzEpoch: user.authzEpoch + 1 });
    await this.sessions.revokeAll(userId);
    await this.sql.house(
      'INSERT IGNORE INTO directory_departure (connection_id, user_id, left_at) VALUES (?, ?, UTC_TIMESTAMP(6))',
      [connection.id, userId],
    );
    this.note('sso.sync.person_left', connection, user);
  }

  private async return(connection: SignInConnectionEntity, { person: { userId } }: PersonPlan): Promise<void> {
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    await users.update(user, { state: 'active', authzEpoch: user.authzEpoch + 1 });
    await this.sql.house('DELETE FROM directory_departure WHERE user_id = ?', [userId]);
    this.note('sso.sync.person_returned', connection, user);
  }

  private async roles(
    connection: SignInConnectionEntity,
    { organisationId, touched }: { organisationId: string; touched: readonly PersonPlan[] },
  ): Promise<void> {
    const giver = { source: 'ldap', connectionId: connection.id, within: organisationId } as const;
    for (const { person, wanted } of touched)
      await this.memberships.sync({ id: person.userId, name: person.name }, giver, wanted.filter(isIn(organisationId)));
  }

  private note(action: string, { id, name }: SignInConnectionEntity, user: UserEntity): void {
    this.events.record({
      action,
      category: 'admin',
      target: { type: 'user', id: user.id, label: user.name },
      details: { connectionId: id, connection: name },
    });
  }
}

const isIn =
  (organisationId: string) =>
  (role: { organisationId: string }): boolean =>
    role.organisationId === organisationId;

const organisationsOf = (plans: readonly PersonPlan[]): Set<string> =>
  new Set(plans.flatMap(({ give, take }) => [...give, ...take].map(({ organisationId }) => organisationId)));
