import { Injectable } from '@nestjs/common';
import type { Purpose } from '@st0r/crypto';
import { createHash } from 'node:crypto';
import { REBUILD_SEALED, Sql } from '../../database';
import { DataKeyRows } from '../data/data-key-rows';
import { sealedStores } from '../data/sealed-store';
import { KeyEpoch } from '../ring/key-epoch';
import { forgottenColumns } from './forgotten';

/** A key that is gone: its hash proves which wrap it was, to whoever holds a copy of it. */
export interface DestroyedKey {
  purpose: Purpose;
  version: number;
  wrapSha256: string;
}

/** What one organisation lost. */
export interface Shredded {
  keys: DestroyedKey[];
  values: number;
}

/** Destroys the keys of one organisation and everything they sealed. */
@Injectable()
export class Shredder {
  constructor(
    private readonly sql: Sql,
    private readonly keys: DataKeyRows,
    private readonly epoch: KeyEpoch,
  ) {}

  /** Needs a unit of work; when it commits, nothing of the organisation opens again. */
  async shred(organisation: string): Promise<Shredded> {
    const keys = await this.keysOf(organisation);
    for (const purpose of new Set(keys.map((key) => key.purpose)))
      await this.keys.destroy(
        { organisation, purpose },
        keys.filter((key) => key.purpose === purpose).map(({ version }) => version),
      );
    let values = 0;
    for (const { table, blob } of tables()) values += await this.overwrite(organisation, table, blob);
    for (const { table, columns } of forgottenColumns())
      await this.sql.among(
        [organisation],
        `UPDATE ${table} SET ${columns.map((column) => `${column} = NULL`).join(', ')} WHERE organisation_id = ?`,
        [organisation],
      );
    await this.sql.house(
      "UPDATE key_rotation SET state = 'done', finished_at = UTC_TIMESTAMP(6) WHERE owner_id = ? AND finished_at IS NULL",
      [organisation],
    );
    await this.epoch.turn();
    return { keys, values };
  }

  /** Builds the tables anew, so that what was overwritten does not stay in pages nobody uses any more. */
  async rebuild(): Promise<void> {
    await this.sql.house('OPTIMIZE TABLE organisation_key');
    await this.sql.house(`CALL ${REBUILD_SEALED}()`);
  }

  private async keysOf(organisation: string): Promise<DestroyedKey[]> {
    const rows = await this.sql.house<{ purpose: Purpose; version: number; wrapped: Buffer }>(
      `SELECT purpose, key_version AS version, wrapped FROM organisation_key
       WHERE organisation_id = ? AND state <> 'destroyed' ORDER BY purpose, key_version FOR UPDATE`,
      [organisation],
    );
    return rows.map(({ purpose, version, wrapped }) => ({
      purpose,
      version,
      wrapSha256: createHash('sha256').update(wrapped).digest('hex'),
    }));
  }

  /** First zeros of the same length, which overwrite the page in place, and then the rows themselves. */
  private async overwrite(organisation: string, table: string, blob: string): Promise<number> {
    const zeros = `REPEAT(CHAR(0), LENGTH(\`${blob}\`))`;
    const own = [organisation];
    await this.sql.among(own, `UPDATE ${table} SET \`${blob}\` = ${zeros} WHERE organisation_id = ?`, own);
    const { affectedRows } = (await this.sql.among(
      own,
      `DELETE FROM ${table} WHERE organisation_id = ?`,
      own,
    )) as unknown as { affectedRows: number };
    return affectedRows;
  }
}

const tables = () => sealedStores().filter(({ owner }) => owner === 'organisation');
