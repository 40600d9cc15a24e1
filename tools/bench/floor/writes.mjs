import { randomBytes } from 'node:crypto';
import { EVENT, eventValues } from '../seed/events.mjs';

const EVENT_TEXT = `INSERT INTO event (${EVENT.join(', ')}, mac) VALUES (${EVENT.map(() => '?').join(', ')}, ?)`;
const ASSET_TEXT = `INSERT INTO asset (id, created_at, updated_at, organisation_id, name, type, status, serial)
  VALUES (?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, ?, 'server', 'active', ?)`;
const SPEND_TEXT = `INSERT INTO rate_limit (id, due, allowed) VALUES (?, UNIX_TIMESTAMP(SYSDATE(6)), 1)
  ON DUPLICATE KEY UPDATE due = due + 1`;

/** Durable writes by hand: the record and its event, in one transaction. */
export class FloorWrites {
  constructor(pool, tools) {
    Object.assign(this, { pool, tools });
  }

  /** An asset and its event. */
  create({ org, name }) {
    const id = this.tools.crypto.uuid7();
    return this.inTransaction(async (connection) => {
      await connection.execute(ASSET_TEXT, [id, org, name, id.slice(24)]);
      await this.event(connection, {
        action: 'asset.created',
        organisation_id: org,
        target_type: 'asset',
        target_id: id,
      });
      return { id, name };
    });
  }

  /** An event alone. */
  record({ org }) {
    return this.inTransaction(async (connection) => {
      await this.event(connection, { action: 'asset.updated', organisation_id: org });
      return { done: true };
    });
  }

  /** One password: budget, sealed value, event, and only then the clear text. */
  reveal({ org, id }) {
    return this.inTransaction(async (connection) => {
      await connection.execute('SELECT id, name, folder_id FROM credential WHERE organisation_id = ? AND id = ?', [
        org,
        id,
      ]);
      const [[sealed]] = await connection.execute(
        "SELECT field, revision, `blob` FROM credential_field WHERE organisation_id = ? AND credential_id = ? AND field = 'password'",
        [org, id],
      );
      await connection.execute(SPEND_TEXT, [randomBytes(32)]);
      await this.event(connection, { action: 'credential.revealed', organisation_id: org, target_id: id });
      return { value: await this.opened(org, id, sealed) };
    });
  }

  async opened(organisation, record, { field, revision, blob }) {
    const place = { organisation, purpose: 'vault', type: 'credential', record, field, revision };
    return this.tools.crypto.openText(await this.key(organisation), place, blob);
  }

  async key(organisation) {
    this.keys ??= new Map();
    if (!this.keys.has(organisation)) {
      const text = "SELECT wrapped FROM organisation_key WHERE organisation_id = ? AND purpose = 'vault'";
      const [[{ wrapped }]] = await this.pool.execute(text, [organisation]);
      const slot = { organisation, purpose: 'vault', version: 1 };
      this.keys.set(organisation, this.tools.crypto.unwrapKey(this.tools.secrets.keyring, slot, wrapped));
    }
    return this.keys.get(organisation);
  }

  event(connection, facts) {
    // A lane per transaction costs nothing and keeps the chain free of gaps.
    const place = { node: randomBytes(8).toString('hex'), node_seq: 1 };
    const id = this.tools.crypto.uuid7();
    const recorded = `${new Date().toISOString().slice(0, 23).replace('T', ' ')}000`;
    const whole = { id, recorded_at: recorded, ...SHARED, request_id: id, ...facts, ...place };
    return connection.execute(EVENT_TEXT, eventValues(whole, this.tools));
  }

  async inTransaction(work) {
    const connection = await this.pool.getConnection();
    try {
      await connection.query('START TRANSACTION');
      const answer = await work(connection);
      await connection.query('COMMIT');
      return answer;
    } catch (error) {
      await connection.query('ROLLBACK');
      throw error;
    } finally {
      connection.release();
    }
  }
}

const SHARED = { category: 'record', outcome: 'success', actor_type: 'user', actor_name: 'Floor', ip: '127.0.0.1' };
