import { Injectable } from '@nestjs/common';
import { resealField, VaultOpenError } from '@st0r/crypto';
import { Sql, UnitOfWork } from '../../database';
import type { KeyOwner } from './data-key-rows';
import type { KeyTurn, Moved, Rekeying } from './rekeying';
import { sealedStores, type SealedStore } from './sealed-store';

type Row = Record<string, unknown>;
interface Stretch {
  store: SealedStore;
  last: Row | undefined;
}

const BATCH = 200;

/** Moves sealed values to another key, batch by batch, without getting in anybody's way. */
@Injectable()
export class Resealing implements Rekeying {
  readonly activates = 'first';

  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
  ) {}

  /** One statement, so that a value which moves between two columns meanwhile is counted in one of them. */
  async left(owner: KeyOwner, version: number): Promise<number> {
    const stores = sealedStores(owner.purpose);
    if (stores.length === 0) return 0;
    const counts = stores.map((store) => `(SELECT COUNT(*) FROM ${store.table} WHERE ${conditionOf(store)})`);
    const [row] = await this.sql.among<{ values: number }>(
      [owner.organisation],
      `SELECT ${counts.join(' + ')} AS \`values\``,
      stores.flatMap((store) => paramsOf(store, owner, version)),
    );
    return Number(row?.values ?? 0);
  }

  /** Goes once over everything; what somebody else holds right now is left for the next time. */
  async *move(turn: KeyTurn): AsyncGenerator<Moved> {
    for (const store of sealedStores(turn.owner.purpose))
      for (let last: Row | undefined; ;) {
        const { rows, moved } = await this.work.run(() => this.batch(turn, { store, last }));
        yield moved;
        if (rows.length < BATCH) break;
        last = rows.at(-1);
      }
  }

  private async batch(turn: KeyTurn, stretch: Stretch): Promise<{ rows: Row[]; moved: Moved }> {
    const rows = await this.locked(turn, stretch);
    const moved = { done: 0, dead: 0 };
    for (const row of rows) {
      const blob = reseal(turn, stretch.store, row);
      if (!blob) moved.dead += 1;
      else moved.done += await this.put(turn, stretch.store, { ...row, blob });
    }
    return { rows, moved };
  }

  /** Rows that are being edited are skipped: waiting for them while holding others would block both for ever. */
  private locked({ owner, from }: KeyTurn, { store, last }: Stretch): Promise<Row[]> {
    const { table, key, columns, blob } = store;
    const names = [...new Set([...key, ...columns])].join(', ');
    const beyond = last ? `AND (${key.join(', ')}) > (${key.map(() => '?').join(', ')})` : '';
    return this.sql.among<Row>(
      [owner.organisation],
      `SELECT ${names}, \`${blob}\` AS was FROM ${table} WHERE ${conditionOf(store)} ${beyond}
       ORDER BY ${key.join(', ')} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
      [...paramsOf(store, owner, from.version), ...(last ? key.map((name) => last[name]) : [])],
    );
  }

  private async put({ owner }: KeyTurn, { table, key, blob, owner: kind }: SealedStore, row: Row): Promise<number> {
    const owned = kind === 'organisation' ? 'organisation_id = ? AND' : '';
    const { affectedRows } = (await this.sql.among(
      [owner.organisation],
      // By primary key alone: any other way in would wait for rows we do not hold, and block with who does.
      `UPDATE ${table} FORCE INDEX (PRIMARY) SET \`${blob}\` = ? WHERE ${owned} ${key.map((name) => `${name} = ?`).join(' AND ')} AND \`${blob}\` = ?`,
      [row['blob'], ...(owned ? [owner.organisation] : []), ...key.map((name) => row[name]), row['was']],
    )) as unknown as { affectedRows: number };
    return affectedRows;
  }
}

/** Bytes 2 to 5 of a sealed value name its key version. */
function conditionOf({ owner, blob }: SealedStore): string {
  const under = `CONV(HEX(SUBSTRING(\`${blob}\`, 3, 4)), 16, 10) = ?`;
  return owner === 'organisation' ? `organisation_id = ? AND ${under}` : under;
}

const paramsOf = ({ owner }: SealedStore, { organisation }: KeyOwner, version: number): unknown[] =>
  owner === 'organisation' ? [organisation, version] : [version];

/** Undefined for a value that does not open: it stays as it is, and keeps its key alive. */
function reseal({ from, to }: KeyTurn, store: SealedStore, row: Row): Buffer | undefined {
  try {
    return resealField({ from, to }, store.placeOf(row), row['was'] as Buffer);
  } catch (error) {
    if (error instanceof VaultOpenError) return undefined;
    throw error;
  }
}
