import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { Sql } from '../../../platform/database';

/** A passkey as it is kept. The public key is no secret: whoever has it can check an answer and make none. */
export interface PasskeyRow {
  id: string;
  userId: string;
  name: string;
  credentialId: Buffer;
  publicKey: Buffer;
  transports: string;
  synced: number;
  createdAt: string;
  lastUsedAt: string | null;
}

/** What a new passkey is made of. */
export interface NewPasskey {
  userId: string;
  name: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: readonly string[];
  synced: boolean;
}

const COLUMNS = `id, user_id AS userId, name, credential_id AS credentialId, public_key AS publicKey, transports, synced,
  created_at AS createdAt, last_used_at AS lastUsedAt`;
type Changed = { affectedRows: number };

/** The stored passkeys. */
@Injectable()
export class PasskeyStore {
  constructor(private readonly sql: Sql) {}

  ofUser(userId: string): Promise<PasskeyRow[]> {
    return this.sql.house<PasskeyRow>(
      `SELECT ${COLUMNS} FROM user_passkey WHERE user_id = ? ORDER BY created_at, id LIMIT 100`,
      [userId],
    );
  }

  async count(userId: string): Promise<number> {
    const [row] = await this.sql.house<{ n: number }>('SELECT COUNT(*) AS n FROM user_passkey WHERE user_id = ?', [
      userId,
    ]);
    return Number(row?.n ?? 0);
  }

  async byCredential(credentialId: Buffer): Promise<PasskeyRow | undefined> {
    const [row] = await this.sql.house<PasskeyRow>(`SELECT ${COLUMNS} FROM user_passkey WHERE credential_id = ?`, [
      credentialId,
    ]);
    return row;
  }

  /** Undefined when this very passkey belongs to an account already. */
  async add({
    userId,
    name,
    credentialId,
    publicKey,
    counter,
    transports,
    synced,
  }: NewPasskey): Promise<string | undefined> {
    const id = uuid7();
    const result = (await this.sql.house(
      `INSERT IGNORE INTO user_passkey (id, user_id, name, credential_id, public_key, counter, transports, synced, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
      [id, userId, name, credentialId, publicKey, counter, JSON.stringify(transports), synced ? 1 : 0],
    )) as unknown as Changed;
    return result.affectedRows === 1 ? id : undefined;
  }

  /**
   * Notes a use. A counter that does not rise belongs to a copy; of two answers at once with the same counter one is
   * taken. Authenticators that do not count send 0 always.
   */
  async used(id: string, counter: number): Promise<boolean> {
    const result = (await this.sql.house(
      `UPDATE user_passkey SET counter = ?, last_used_at = UTC_TIMESTAMP(6)
       WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))`,
      [counter, id, counter, counter],
    )) as unknown as Changed;
    return result.affectedRows === 1;
  }

  async rename(id: string, userId: string, name: string): Promise<void> {
    await this.sql.house('UPDATE user_passkey SET name = ? WHERE id = ? AND user_id = ?', [name, id, userId]);
  }

  async remove(id: string, userId: string): Promise<void> {
    await this.sql.house('DELETE FROM user_passkey WHERE id = ? AND user_id = ?', [id, userId]);
  }

  async removeAll(userId: string): Promise<void> {
    await this.sql.house('DELETE FROM user_passkey WHERE user_id = ?', [userId]);
  }

  /** Lets one change of a person's passkeys follow the other, so that each sees what is left. */
  async hold(userId: string): Promise<void> {
    await this.sql.house('SELECT id FROM user_account WHERE id = ? FOR UPDATE', [userId]);
  }
}
