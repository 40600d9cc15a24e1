import { Injectable } from '@nestjs/common';
import { RateLimit, type Breach } from '../../../platform/authorize';
import { Sql, UnitOfWork } from '../../../platform/database';
import { ApiKeyEvents, type AboutKey } from '../keys/api-key-events';

/** So many breaches in so many minutes, and the key stands still. */
const BREACHES = { most: 10, minutes: 10 } as const;
/** A program with a dead key asks again and again; each request is in the request log, one event a minute is enough. */
const ONE_A_MINUTE = { limit: 1, periodSeconds: 60, burst: 1 } as const;

/** Writes down what keys were refused, apart from the request that is refused, and suspends those that reach too far. */
@Injectable()
export class KeyTrail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly rates: RateLimit,
    private readonly events: ApiKeyEvents,
  ) {}

  /** A key that was not let in, or not into an organisation. */
  async refused(key: AboutKey, reason: string): Promise<void> {
    const { allowed } = await this.rates.take(`api key refused ${key.id} ${reason}`, ONE_A_MINUTE, { kept: 'node' });
    if (!allowed) return;
    await this.work.runApart(async () =>
      this.events.record('refused', key, { outcome: 'failure', details: { reason } }),
    );
  }

  async breached(key: AboutKey, { needed, handler }: Breach): Promise<void> {
    await this.work.runApart(async () => {
      this.events.record('api.scope.violation', key, { outcome: 'failure', details: { needed, handler } });
      if ((await this.count(key)) >= BREACHES.most) await this.suspend(key);
    });
  }

  /** The row lock makes breaches of one key wait for each other, so that parallel ones are all counted. */
  private async count({ id, organisationId }: AboutKey): Promise<number> {
    const key = [organisationId, id];
    await this.sql.house('SELECT id FROM api_key WHERE organisation_id = ? AND id = ? FOR UPDATE', key);
    await this.sql.house(
      'INSERT INTO api_key_breach (organisation_id, api_key_id, occurred_at) VALUES (?, ?, UTC_TIMESTAMP(6))',
      key,
    );
    const [row] = await this.sql.house<{ breaches: number }>(
      `SELECT COUNT(*) AS breaches FROM api_key_breach
       WHERE organisation_id = ? AND api_key_id = ? AND occurred_at > UTC_TIMESTAMP(6) - INTERVAL ${BREACHES.minutes} MINUTE`,
      key,
    );
    return Number(row?.breaches);
  }

  private async suspend(key: AboutKey): Promise<void> {
    const result = (await this.sql.house(
      `UPDATE api_key SET suspended_at = UTC_TIMESTAMP(6), suspended_for = 'breaches', updated_at = UTC_TIMESTAMP(6), version = version + 1
       WHERE organisation_id = ? AND id = ? AND suspended_at IS NULL`,
      [key.organisationId, key.id],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows === 1)
      this.events.record('suspended', key, { details: { for: 'breaches', within: `${BREACHES.minutes} minutes` } });
  }
}
