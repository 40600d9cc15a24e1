import { Injectable } from '@nestjs/common';
import { RequestContext, type Actor, type ActorSession } from '../../platform/context';
import { Repositories, Sql } from '../../platform/database';
import { Conflict, Forbidden, Invalid, NotFound } from '../../platform/errors';
import { EventRecorder } from '../../platform/events';
import { RoleEntity } from './role.entity';
import type { SightStartDto } from './sight.dto';
import { UserEntity } from './user.entity';

/** How long one looks before one’s own rights are back. */
export const SIGHT_MINUTES = 30;

type Seen = { type: 'user' | 'role'; id: string; label: string };

/** A sight that is over or about to be. */
interface SightRow {
  organisationId: string;
  lookerId: string;
  looker: string;
  until: string;
  late: number;
  seenUserId: string | null;
  roleId: string | null;
  person: string | null;
  role: string | null;
}

const COLUMNS = `k.organisation_id AS organisationId, k.user_id AS lookerId, l.name AS looker,
  k.until, k.until <= UTC_TIMESTAMP(6) AS late,
  k.seen_user_id AS seenUserId, k.role_id AS roleId, u.name AS person, r.name AS role`;
const TABLES = `sight k JOIN user_account l ON l.id = k.user_id
  LEFT JOIN user_account u ON u.id = k.seen_user_id LEFT JOIN role r ON r.id = k.role_id`;

/** Beginning and ending to look with somebody else’s rights. Nobody but the audit log is told. */
@Injectable()
export class Sights {
  constructor(
    private readonly context: RequestContext,
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  async start(input: SightStartDto): Promise<void> {
    const { actor, scope } = this.context;
    const session = browserOf(actor);
    if (!scope.includes(input.organisationId)) throw new NotFound('organisation');
    const seen = await this.seenOf(input);
    await this.close(session.id, 'replaced');
    await this.sql.house(
      `INSERT INTO sight (session_id, user_id, organisation_id, seen_user_id, role_id, until)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ${SIGHT_MINUTES} MINUTE)`,
      [session.id, actor.id, input.organisationId, input.userId ?? null, input.roleId ?? null],
    );
    this.events.record({
      action: 'sight.started',
      category: 'permission',
      organisationId: input.organisationId,
      target: seen,
      details: { by: actor.name, byId: actor.id, sessionId: session.id, minutes: SIGHT_MINUTES },
    });
  }

  async end(): Promise<void> {
    const { session } = this.context.actor;
    if (!session || !(await this.close(session.id, 'asked'))) throw new NotFound('sight');
  }

  /** Those whose time is over, and those whose session is; answers how many. */
  async endOver(): Promise<number> {
    const over = await this.sql.house<{ sessionId: string; until: string }>(
      `SELECT k.session_id AS sessionId, k.until FROM sight k JOIN session s ON s.id = k.session_id
       WHERE k.until <= UTC_TIMESTAMP(6) OR s.revoked_at IS NOT NULL OR s.expires_at <= UTC_TIMESTAMP(6)`,
    );
    for (const { sessionId, until } of over) await this.close(sessionId, 'session', until);
    return over.length;
  }

  /** Ends what this session looks at; with `asSeen` only the sight that was to last until then, not one begun since. */
  private async close(sessionId: string, because: string, asSeen?: string): Promise<boolean> {
    const [held] = await this.sql.house<{ until: string }>('SELECT until FROM sight WHERE session_id = ? FOR UPDATE', [
      sessionId,
    ]);
    if (!held || (asSeen !== undefined && held.until !== asSeen)) return false;
    // Read after the lock and without one, so that nobody's account or role waits for this.
    const [row] = await this.sql.house<SightRow>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE k.session_id = ?`, [
      sessionId,
    ]);
    if (!row) return false;
    await this.sql.house('DELETE FROM sight WHERE session_id = ?', [sessionId]);
    this.events.record({
      action: 'sight.ended',
      category: 'permission',
      organisationId: row.organisationId,
      target: row.seenUserId
        ? { type: 'user', id: row.seenUserId, label: row.person ?? '' }
        : { type: 'role', id: row.roleId!, label: row.role ?? '' },
      // Whoever asks for its end after the time is over ends nothing any more.
      details: {
        ...{ by: row.looker, byId: row.lookerId, sessionId, until: `${row.until.replace(' ', 'T')}Z` },
        because: Number(row.late) === 1 ? 'time' : because,
      },
    });
    return true;
  }

  private async seenOf({ organisationId, userId, roleId }: SightStartDto): Promise<Seen> {
    if (userId && roleId) throw Invalid.field('/roleId', 'one_of', 'Name a person or a role, not both.');
    if (roleId) return this.role(roleId);
    if (!userId) throw Invalid.field('/userId', 'required', 'Name a person or a role to look with.');
    if (userId === this.context.actor.id)
      throw new Forbidden('sight.own', { detail: 'These are your own rights. Choose a colleague.' });
    return this.member(organisationId, userId);
  }

  private async role(id: string): Promise<Seen> {
    const role = await this.repositories.house(RoleEntity).findOne({ id });
    if (!role || role.archivedAt) throw Invalid.field('/roleId', 'not_found', 'There is no such role.');
    return { type: 'role', id, label: role.name };
  }

  private async member(organisationId: string, userId: string): Promise<Seen> {
    const [held] = await this.sql.scoped<{ n: number }>(
      `SELECT COUNT(*) AS n FROM membership WHERE organisation_id IN (:scope) AND organisation_id = ? AND user_id = ? AND archived_at IS NULL`,
      [organisationId, userId],
    );
    if (Number(held?.n ?? 0) === 0) throw Invalid.field('/userId', 'not_found', 'Nobody with a role here has this id.');
    const user = await this.repositories.house(UserEntity).get(userId);
    if (user.state !== 'active')
      throw new Conflict('sight.inactive', { detail: 'This account is not active, so there is nothing it could see.' });
    return { type: 'user', id: userId, label: user.name };
  }
}

/** Only at a screen: what acts by itself has nobody who looks. */
function browserOf({ session }: Actor): ActorSession {
  if (session?.interactive) return session;
  throw new Forbidden('sight.browser_required', {
    detail: 'Looking with other rights works in a browser session only.',
  });
}
