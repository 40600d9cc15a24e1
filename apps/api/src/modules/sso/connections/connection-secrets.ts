import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, openText, sealField, type FieldPlace } from '@st0r/crypto';
import { Sql } from '../../../platform/database';
import { PlatformDataKey } from '../../../platform/keys';
import type { ConnectionSecretName } from './connection-kinds';

interface SecretRow {
  sealed: Buffer;
  revision: number;
}

/** Secrets of connections, sealed under the installation's own key. They are opened to be used, never to be shown. */
@Injectable()
export class ConnectionSecrets {
  constructor(
    private readonly sql: Sql,
    private readonly dataKey: PlatformDataKey,
  ) {}

  async set(connectionId: string, field: ConnectionSecretName, value: string): Promise<void> {
    const revision = ((await this.row(connectionId, field))?.revision ?? 0) + 1;
    const sealed = sealField(await this.dataKey.of('sso'), placeOf(connectionId, field, revision), value);
    await this.sql.house(
      `INSERT INTO sign_in_connection_secret (connection_id, field, sealed, revision) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), revision = VALUES(revision)`,
      [connectionId, field, sealed, revision],
    );
  }

  /** The value for its one use; undefined where none is stored. */
  async open(connectionId: string, field: ConnectionSecretName): Promise<string | undefined> {
    const row = await this.row(connectionId, field);
    if (!row || row.sealed.length === 0) return undefined;
    return openText(await this.dataKey.of('sso'), placeOf(connectionId, field, row.revision), row.sealed);
  }

  /** Empties every secret of a connection; answers whether there was one. Revisions go on, so that a test stays one of what was tested. */
  async forget(connectionId: string): Promise<boolean> {
    const result = (await this.sql.house(
      "UPDATE sign_in_connection_secret SET sealed = '', revision = revision + 1 WHERE connection_id = ? AND sealed <> ''",
      [connectionId],
    )) as unknown as { affectedRows: number };
    return result.affectedRows > 0;
  }

  /** Names and revisions of what is stored, by connection. */
  async held(connectionIds: readonly string[]): Promise<Map<string, { field: string; revision: number }[]>> {
    const held = new Map<string, { field: string; revision: number }[]>();
    if (connectionIds.length === 0) return held;
    const rows = await this.sql.house<{ connectionId: string; field: string; revision: number }>(
      `SELECT connection_id AS connectionId, field, revision FROM sign_in_connection_secret
       WHERE connection_id IN (${connectionIds.map(() => '?').join(', ')}) AND sealed <> '' ORDER BY field`,
      connectionIds,
    );
    for (const { connectionId, field, revision } of rows)
      held.set(connectionId, [...(held.get(connectionId) ?? []), { field, revision: Number(revision) }]);
    return held;
  }

  private async row(connectionId: string, field: string): Promise<SecretRow | undefined> {
    const [row] = await this.sql.house<SecretRow>(
      'SELECT sealed, revision FROM sign_in_connection_secret WHERE connection_id = ? AND field = ?',
      [connectionId, field],
    );
    return row && { ...row, revision: Number(row.revision) };
  }
}

const placeOf = (record: string, field: ConnectionSecretName, revision: number): FieldPlace => ({
  organisation: PLATFORM_ORGANISATION,
  purpose: 'sso',
  type: 'sso-connection',
  record,
  field,
  revision,
});
