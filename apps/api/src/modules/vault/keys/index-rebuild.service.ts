import { Injectable } from '@nestjs/common';
import { blindIndex, blobKeyVersion, openText, VaultOpenError } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql, UnitOfWork } from '../../../platform/database';
import { Rekeyings, type KeyOwner, type KeyTurn, type Moved, type Rekeying } from '../../../platform/keys';
import { VaultKeys } from './vault-keys.service';

interface Indexed {
  id: string;
  secretVersion: number;
  revision: number | null;
  blob: Buffer | null;
}

const BATCH = 200;
const OLD = 'c.reuse_index IS NOT NULL AND COALESCE(c.reuse_key, 1) = ? AND c.next_reuse_index IS NULL';

/**
 * Makes the reuse index anew under the next key. Until every password has its new index the old ones count, and then all
 * change over in one statement: at no moment is a reused password not found.
 */
@Injectable()
export class IndexRebuild implements Rekeying {
  readonly activates = 'last';

  constructor(
    private readonly keys: VaultKeys,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    rekeyings: Rekeyings,
  ) {
    rekeyings.register('idx', this);
  }

  async left({ organisation }: KeyOwner, version: number): Promise<number> {
    const [row] = await this.sql.among<{ rows: number }>(
      [organisation],
      `SELECT COUNT(*) AS \`rows\` FROM credential c WHERE c.organisation_id = ? AND ${OLD}`,
      [organisation, version],
    );
    return Number(row?.rows ?? 0);
  }

  async *move(turn: KeyTurn): AsyncGenerator<Moved> {
    for (let last = ''; ;) {
      const { rows, moved } = await this.work.run(() => this.batch(turn, last));
      yield moved;
      if (rows.length < BATCH) return;
      last = rows.at(-1)?.id ?? '';
    }
  }

  async switchOver({ owner, to }: KeyTurn): Promise<void> {
    await this.sql.among(
      [owner.organisation],
      `UPDATE credential SET reuse_index = next_reuse_index, reuse_key = ?, next_reuse_index = NULL
       WHERE organisation_id = ? AND next_reuse_index IS NOT NULL`,
      [to.version, owner.organisation],
    );
  }

  private async batch(turn: KeyTurn, last: string): Promise<{ rows: Indexed[]; moved: Moved }> {
    const { organisation } = turn.owner;
    this.context.limitTo([organisation]);
    const ids = await this.locked(turn, last);
    const rows = ids.length > 0 ? await this.passwords(organisation, ids) : [];
    const moved = { done: 0, dead: 0 };
    for (const row of rows) {
      const index = await this.indexOf(turn, row);
      if (!index) moved.dead += 1;
      else moved.done += await this.put(organisation, row, index);
    }
    return { rows, moved };
  }

  /** Credentials that are being edited are left for the next time. */
  private async locked({ owner, from }: KeyTurn, last: string): Promise<string[]> {
    const rows = await this.sql.house<{ id: string }>(
      `SELECT c.id FROM credential c WHERE c.organisation_id = ? AND ${OLD} ${last ? 'AND c.id > ?' : ''}
       ORDER BY c.id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [owner.organisation, from.version, ...(last ? [last] : [])],
    );
    return rows.map(({ id }) => id);
  }

  private passwords(organisation: string, ids: readonly string[]): Promise<Indexed[]> {
    return this.sql.house<Indexed>(
      `SELECT c.id, c.secret_version AS secretVersion, f.revision, f.\`blob\` FROM credential c
       LEFT JOIN credential_field f ON f.organisation_id = c.organisation_id AND f.credential_id = c.id AND f.field = 'password'
       WHERE c.organisation_id = ? AND c.id IN (${ids.map(() => '?').join(', ')}) ORDER BY c.id`,
      [organisation, ...ids],
    );
  }

  private async indexOf({ owner, to }: KeyTurn, { id, revision, blob }: Indexed): Promise<Buffer | undefined> {
    const { organisation } = owner;
    if (!blob || revision === null) return undefined;
    try {
      const key = await this.keys.version(organisation, 'vault', blobKeyVersion(blob));
      const field = 'password';
      const place = { organisation, purpose: 'vault', type: 'credential', record: id, field, revision } as const;
      return blindIndex(to, field, openText(key, place, blob));
    } catch (error) {
      if (error instanceof VaultOpenError) return undefined;
      throw error;
    }
  }

  /** Only if the password is still the one that was read. */
  private async put(organisation: string, { id, secretVersion }: Indexed, index: Buffer): Promise<number> {
    const { affectedRows } = (await this.sql.house(
      'UPDATE credential FORCE INDEX (PRIMARY) SET next_reuse_index = ? WHERE organisation_id = ? AND id = ? AND secret_version = ?',
      [index, organisation, id, secretVersion],
    )) as unknown as { affectedRows: number };
    return affectedRows;
  }
}
