import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** So long a lease is held after its holder was last heard of. */
const LEASE_MS = 10_000;
const BEAT_MS = 2_000;
const LOOK_MS = 400;
const NOBODY = '00000000-0000-0000-0000-000000000000';
const UNTIL = `UTC_TIMESTAMP(6) + INTERVAL ${LEASE_MS / 1000} SECOND`;

/** Where statements go: a pool, or one connection. */
export interface LeaseDoor {
  query<T>(text: string, params?: readonly unknown[]): Promise<T[]>;
}

/** Somebody else holds the lease by now; what was to be done under it must not be done. */
export class LeaseLost extends Error {
  constructor(name: string) {
    super(`Another process has taken "${name}" over.`);
    this.name = 'LeaseLost';
  }
}

/**
 * The right to do what only one process may do at a time, as a row that every database node agrees on; locks of the server
 * hold on one node alone. A holder that goes silent loses it. Whoever thought it held it still is found out by `confirm`:
 * the number of the term rises with each holder, and is checked in the transaction of the very work.
 */
export class Lease {
  private beating: NodeJS.Timeout | undefined;

  private constructor(
    private readonly door: LeaseDoor,
    private readonly place: { table: string; name: string },
    private readonly mine: { holder: string; term: string | number },
  ) {
    this.beating = setInterval(() => void this.renew(this.door).catch(() => undefined), BEAT_MS);
    this.beating.unref();
  }

  /** Takes the lease, or answers undefined while somebody holds it. `door` must stay open until `end`, and commit by itself. */
  static async take(door: LeaseDoor, name: string, table = 'lease'): Promise<Lease | undefined> {
    const holder = randomUUID();
    const take = (): Promise<number> =>
      changed(
        door,
        `UPDATE ${table} SET holder = ?, term = term + 1, held_until = ${UNTIL} WHERE name = ? AND held_until < UTC_TIMESTAMP(6)`,
        [holder, name],
      );
    if ((await take()) !== 1) {
      const first = 'VALUES (?, ?, 0, UTC_TIMESTAMP(6) - INTERVAL 1 SECOND)';
      await door.query(`INSERT IGNORE INTO ${table} (name, holder, term, held_until) ${first}`, [name, NOBODY]);
      if ((await take()) !== 1) return undefined;
    }
    const [row] = await door.query<{ term: string | number }>(
      `SELECT term FROM ${table} WHERE name = ? AND holder = ?`,
      [name, holder],
    );
    return row && new Lease(door, { table, name }, { holder, term: row.term });
  }

  /** The same, but waits where the holder has missed a beat: it may have been killed. Undefined once it was heard of. */
  static async takeSoon(door: LeaseDoor, name: string, table = 'lease'): Promise<Lease | undefined> {
    for (const end = Date.now() + 2 * LEASE_MS; Date.now() < end; await sleep(LOOK_MS)) {
      const lease = await Lease.take(door, name, table);
      if (lease) return lease;
      const [row] = await door.query<{ left: number | string }>(
        `SELECT TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), held_until) AS \`left\` FROM ${table} WHERE name = ?`,
        [name],
      );
      if (Number(row?.left ?? 0) / 1000 > LEASE_MS - 1.5 * BEAT_MS) return undefined;
    }
    return undefined;
  }

  /** Renews it through `session`, as part of the transaction under way there; throws LeaseLost when it is somebody else's. */
  async confirm(session: LeaseDoor): Promise<void> {
    if (!(await this.renew(session))) throw new LeaseLost(this.place.name);
  }

  /** Gives it back, unless somebody else has it already. The term ends with it, so that a beat under way comes to nothing. */
  async end(): Promise<void> {
    clearInterval(this.beating);
    const { table, name } = this.place;
    await this.door.query(
      `UPDATE ${table} SET term = term + 1, held_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE name = ? AND holder = ? AND term = ?`,
      [name, this.mine.holder, this.mine.term],
    );
  }

  private async renew(door: LeaseDoor): Promise<boolean> {
    const { table, name } = this.place;
    const mine = [name, this.mine.holder, this.mine.term];
    return (
      (await changed(
        door,
        `UPDATE ${table} SET held_until = ${UNTIL} WHERE name = ? AND holder = ? AND term = ?`,
        mine,
      )) === 1
    );
  }
}

async function changed(door: LeaseDoor, text: string, params: readonly unknown[]): Promise<number> {
  const result = (await door.query(text, params)) as unknown as { affectedRows: number };
  return result.affectedRows;
}
