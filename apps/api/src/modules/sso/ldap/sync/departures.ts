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

  /** Answers whether anything was done. */
  async leave(connection: SignInConnectionEntity, userId: string, { state }: Account): Promise<boolean> {
    if (state === 'disabled') return false;
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    const { version } = await users.update(user, { state: 'disabled', authzEpoch: user.authzEpoch + 1 });
    await this.sessions.revokeAll(userId);
    await this.sql.house(
      `INSERT INTO directory_departure (connection_id, user_id, left_at, user_version) VALUES (?, ?, UTC_TIMESTAMP(6), ?)
       ON DUPLICATE KEY UPDATE left_at = VALUES(left_at), user_version = VALUES(user_version)`,
      [connection.id, userId, version],
    );
    this.note('sso.sync.person_left', connection, user);
    return true;
  }

  async return(connection: SignInConnectionEntity, userId: string, { state, left }: Account): Promise<boolean> {
    if (state !== 'disabled' || !left) return false;
    const users = this.repositories.house(UserEntity);
    const user = await users.get(userId);
    await users.update(user, { state: 'active', authzEpoch: user.authzEpoch + 1 });
    await this.sql.house('DELETE FROM directory_departure WHERE user_id = ?', [userId]);
    this.note('sso.sync.person_returned', connection, user);
    return true;
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
