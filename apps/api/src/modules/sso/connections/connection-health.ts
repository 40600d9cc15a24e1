import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Sql } from '../../../platform/database';
import type { SsoRefused } from '../entering/sso-refused';
import { ConnectionSecrets } from './connection-secrets';
import type { SignInConnectionEntity } from './sign-in-connection.entity';

/** How a connection is doing, as the database holds it. */
export interface HealthRow {
  testedFingerprint: Buffer | null;
  testedAt: string | null;
  lastSignInAt: string | null;
  problemCode: string | null;
  problem: string | null;
  problemAt: string | null;
}

const NOTHING: HealthRow = {
  testedFingerprint: null,
  testedAt: null,
  lastSignInAt: null,
  problemCode: null,
  problem: null,
  problemAt: null,
};

/** What only a look at the directory finds out, and only a look clears: sign-ins come by the minute, looks by the quarter of an hour. */
const FOUND_BY_LOOKS: readonly string[] = ['too_many_removed', 'sync_failed'];
const OF_A_LOOK = `problem_code IN (${FOUND_BY_LOOKS.map((code) => `'${code}'`).join(', ')})`;

/** The code last: MariaDB assigns from left to right. */
const PROBLEM = ['problem_detail', 'problem_at', 'problem_code'] as const;
const CLEARED = PROBLEM.map((column) => `${column} = IF(${OF_A_LOOK}, ${column}, NULL)`).join(', ');
const REPLACED = PROBLEM.map((column) => `${column} = VALUES(${column})`).join(', ');
const REPLACED_UNLESS_OF_A_LOOK = PROBLEM.map(
  (column) => `${column} = IF(${OF_A_LOOK}, ${column}, VALUES(${column}))`,
).join(', ');

/** What became of a connection's last test and sign-in. Beside the record: it changes with every sign-in and is no change of it. */
@Injectable()
export class ConnectionHealth {
  constructor(
    private readonly sql: Sql,
    private readonly secrets: ConnectionSecrets,
  ) {}

  async of(connectionIds: readonly string[]): Promise<Map<string, HealthRow>> {
    const health = new Map<string, HealthRow>(connectionIds.map((id) => [id, NOTHING]));
    if (connectionIds.length === 0) return health;
    const rows = await this.sql.house<HealthRow & { connectionId: string }>(
      `SELECT connection_id AS connectionId, tested_fingerprint AS testedFingerprint, tested_at AS testedAt, last_sign_in_at AS lastSignInAt,
              problem_code AS problemCode, problem_detail AS problem, problem_at AS problemAt
       FROM sign_in_connection_health WHERE connection_id IN (${connectionIds.map(() => '?').join(', ')})`,
      connectionIds,
    );
    for (const { connectionId, ...row } of rows) health.set(connectionId, row);
    return health;
  }

  /** True when the connection was tested with success exactly as it stands. */
  async tested(connection: SignInConnectionEntity): Promise<boolean> {
    const row = (await this.of([connection.id])).get(connection.id);
    return row?.testedFingerprint?.equals(await this.fingerprint(connection)) ?? false;
  }

  async noteTest(connection: SignInConnectionEntity): Promise<void> {
    const fingerprint = await this.fingerprint(connection);
    await this.sql.house(
      `INSERT INTO sign_in_connection_health (connection_id, tested_fingerprint, tested_at) VALUES (?, ?, UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE tested_fingerprint = VALUES(tested_fingerprint), tested_at = VALUES(tested_at), ${CLEARED}`,
      [connection.id, fingerprint],
    );
  }

  async noteSignIn(connectionId: string): Promise<void> {
    await this.sql.house(
      `INSERT INTO sign_in_connection_health (connection_id, last_sign_in_at) VALUES (?, UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE last_sign_in_at = VALUES(last_sign_in_at), ${CLEARED}`,
      [connectionId],
    );
  }

  /** A look at the directory went well, so what an earlier one found is over. */
  async noteLook(connectionId: string): Promise<void> {
    await this.sql.house(
      `UPDATE sign_in_connection_health SET problem_detail = NULL, problem_at = NULL, problem_code = NULL
       WHERE connection_id = ? AND ${OF_A_LOOK}`,
      [connectionId],
    );
  }

  async noteProblem(connectionId: string, { reason, sentence }: SsoRefused): Promise<void> {
    const change = FOUND_BY_LOOKS.includes(reason) ? REPLACED : REPLACED_UNLESS_OF_A_LOOK;
    await this.sql.house(
      `INSERT INTO sign_in_connection_health (connection_id, problem_code, problem_detail, problem_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))
       ON DUPLICATE KEY UPDATE ${change}`,
      [connectionId, reason, sentence.slice(0, 1000)],
    );
  }

  /** Covers everything that decides whether signing in works: the configuration and each secret's revision. */
  async fingerprint({ id, kind, config }: SignInConnectionEntity): Promise<Buffer> {
    const secrets = (await this.secrets.held([id])).get(id) ?? [];
    const text = JSON.stringify([kind, Object.entries(config).toSorted(byName), secrets]);
    return createHash('sha256').update(text).digest();
  }
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
