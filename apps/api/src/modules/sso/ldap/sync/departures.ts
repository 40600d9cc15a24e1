import { Injectable } from '@nestjs/common';
import { Repositories, Sql } from '../../../../platform/database';
import { EventRecorder } from '../../../../platform/events';
import { UserEntity } from '../../../access';
import { SessionStore } from '../../../auth';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { Account } from './plan-ground';

/**
 * Accounts that are disabled because the directory says so. A departure remembers the version it left the account in: once
 * anybody has changed the account after it, what becomes of it is no longer for the directory to say.
 */
@Injectable()
export class Departures {
  constructor(
    private readonly repositories: Repositories,
    private readonly sessions: SessionStore,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  /** Answers what was done: nothing where the account is disabled already. */
  async leave(
    connection: SignInConnectionEntity,
    userId: string,
    { state, left }: Account,
  ): Promise<'leave' | 'stay' | null> {
    if (state === 'disabled') return null;
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    if (await this.lastAdministrator(userId)) return this.stay(connection, user, left);
    const gone = await users.update(user, { state: 'disabled' });
    await this.sql.raiseRights(userId);
    await this.sessions.revokeAll(userId);
    await this.remember(connection, gone, state);
    this.note('sso.sync.person_left', connection, { user });
    return 'leave';
  }

  /** An invitation that was not accepted before is not accepted by being back: only coming in does that. */
  async return(
    connection: SignInConnectionEntity,
    userId: string,
    { state, left, before }: Account,
  ): Promise<'return' | null> {
    if (state !== 'disabled' || !left) return null;
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    await users.update(user, { state: before === 'invited' ? 'invited' : 'active' });
    await this.sql.raiseRights(userId);
    await this.sql.house('DELETE FROM directory_departure WHERE user_id = ?', [userId]);
    this.note('sso.sync.person_returned', connection, { user });
    return 'return';
  }

  /** Without anybody to administer the platform nobody could ever repair the connection. */
  private async lastAdministrator(userId: string): Promise<boolean> {
    const active = await this.sql.house<{ id: string }>(
      "SELECT id FROM user_account WHERE platform_admin = 1 AND state = 'active' ORDER BY id FOR UPDATE",
    );
    return active.length === 1 && active[0]?.id === userId;
  }

  /** Said once, and again after a change of the account: the directory is compared every quarter of an hour. */
  private async stay(connection: SignInConnectionEntity, user: UserEntity, said: boolean): Promise<'stay'> {
    if (said) return 'stay';
    await this.remember(connection, user, user.state);
    this.note('sso.sync.administrator_kept', connection, { user, outcome: 'failure' });
    return 'stay';
  }

  private async remember({ id }: SignInConnectionEntity, user: UserEntity, before: string): Promise<void> {
    await this.sql.house(
      `INSERT INTO directory_departure (connection_id, user_id, left_at, user_version, state_before)
       VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?)
       ON DUPLICATE KEY UPDATE left_at = VALUES(left_at), user_version = VALUES(user_version), state_before = VALUES(state_before)`,
      [id, user.id, user.version, before],
    );
  }

  private note(
    action: string,
    { id, name }: SignInConnectionEntity,
    { user, ...how }: { user: UserEntity; outcome?: 'failure' },
  ): void {
    this.events.record({
      action,
      ...how,
      category: 'admin',
      target: { type: 'user', id: user.id, label: user.name },
      details: { connectionId: id, connection: name },
    });
  }
}
