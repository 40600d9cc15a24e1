import { Injectable } from '@nestjs/common';
import { isPermission, type Permission, type SightDoor } from '../../platform/authorize';
import type { Actor, Grant } from '../../platform/context';
import { Sql } from '../../platform/database';
import { GrantReader } from './grant-reader';

interface Row {
  organisationId: string;
  organisation: string;
  slug: string;
  until: string;
  seenUserId: string | null;
  person: string | null;
  state: string | null;
  epoch: number | null;
  roleId: string | null;
  role: string | null;
  permissions: string | null;
}

const NONE: ReadonlySet<Permission> = new Set();

/**
 * Puts somebody else’s rights in the place of the looker’s. It is the one place where that happens, before any guard: REST,
 * GraphQL, lists and the palette ask the actor and know nothing of it. Who the actor is stays: whatever belongs to a person,
 * sessions, keys, settings, stays the looker’s.
 */
@Injectable()
export class SightReader implements SightDoor {
  constructor(
    private readonly sql: Sql,
    private readonly grants: GrantReader,
  ) {}

  async through(actor: Actor): Promise<Actor> {
    const row = await this.find(actor.session!.id);
    // Over since the session was read: the next request is one’s own; this one sees nothing.
    if (!row) return { ...actor, platformAdmin: false, grants: new Map() };
    const own = actor.grants.get(row.organisationId)?.permissions ?? NONE;
    const theirs = own.has('member.manage') ? await this.theirs(row) : NONE;
    const permissions = new Set([...theirs].filter((permission) => own.has(permission)));
    return {
      ...actor,
      platformAdmin: false,
      grants: grantsOf(row, permissions),
      sight: {
        organisationId: row.organisationId,
        organisation: row.organisation,
        kind: row.seenUserId ? 'person' : 'role',
        id: (row.seenUserId ?? row.roleId)!,
        name: row.person ?? row.role ?? '',
        until: new Date(`${row.until.replace(' ', 'T')}Z`),
        leftOut: theirs.size - permissions.size,
      },
    };
  }

  /** What the other person, or the role, may do there at this moment. */
  private async theirs(row: Row): Promise<ReadonlySet<Permission>> {
    if (!row.seenUserId) return new Set((JSON.parse(row.permissions ?? '[]') as string[]).filter(isPermission));
    if (row.state !== 'active') return NONE;
    const grants = await this.grants.read(row.seenUserId, row.epoch ?? 0, new Date().toISOString().slice(0, 10));
    return grants.get(row.organisationId)?.permissions ?? NONE;
  }

  private async find(sessionId: string): Promise<Row | undefined> {
    const [row] = await this.sql.house<Row>(
      `SELECT k.organisation_id AS organisationId, o.name AS organisation, o.slug, k.until, k.seen_user_id AS seenUserId,
         u.name AS person, u.state, u.authz_epoch AS epoch, k.role_id AS roleId, r.name AS role,
         IF(r.archived_at IS NULL, r.permissions, NULL) AS permissions
       FROM sight k JOIN organisation o ON o.id = k.organisation_id
       LEFT JOIN user_account u ON u.id = k.seen_user_id LEFT JOIN role r ON r.id = k.role_id
       WHERE k.session_id = ? AND k.until > UTC_TIMESTAMP(6)`,
      [sessionId],
    );
    return row;
  }
}

function grantsOf(row: Row, permissions: ReadonlySet<Permission>): ReadonlyMap<string, Grant> {
  const { organisationId, slug } = row;
  return permissions.size === 0 ? new Map() : new Map([[organisationId, { organisationId, slug, permissions }]]);
}
