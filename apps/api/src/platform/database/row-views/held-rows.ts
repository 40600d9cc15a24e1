import { createHash } from 'node:crypto';
import type { Statement } from '../statement';
import { ALL_ROWS, NO_ROWS, type RowScope } from './row-scope';
import { ROW_KEY } from './row-views';

interface Holding {
  /** Undefined where a statement failed that may have changed it. */
  scope: RowScope | undefined;
  key: string | undefined;
}

/** Asks a connection for the rows of a statement. */
type Ask = (statement: Statement) => Promise<unknown>;

const NONE: Statement = { text: 'SET @held_scope = NULL, @held_proof = NULL', params: [] };

const TURN = 'SET @held_scope = ?, @held_proof = ?';

/** True for what `turn` answers. */
export const isTurn = ({ text }: Statement): boolean => text === NONE.text || text === TURN;

/** Whose rows each connection may meet at this moment, and the proofs by which it comes to meet others. */
export class HeldRows {
  private readonly holdings = new WeakMap<object, Holding>();

  /** True where the connection meets exactly these rows. */
  holds(connection: object, scope: RowScope): boolean {
    const held = this.of(connection).scope;
    return held !== undefined && (held === scope || held.equals(scope));
  }

  /** True where it meets nobody's rows. */
  isBare(connection: object): boolean {
    return this.holds(connection, NO_ROWS);
  }

  /** Fetches the key of a connection unless it is known; before `turn`, where any rows are to be met. */
  async prepare(connection: object, ask: Ask): Promise<void> {
    const holding = this.of(connection);
    holding.key ??= await keyBy(ask);
  }

  /** True where `turn` needs nothing more for rows like these. */
  isPrepared(connection: object, scope: RowScope): boolean {
    return scope.length === 0 || this.of(connection).key !== undefined;
  }

  /**
   * The statement that makes a prepared connection meet other rows. From now on it counts as sent: it has to be put into the
   * queue of the connection, and what it is for behind it, before anything else happens.
   */
  turn(connection: object, scope: RowScope): Statement {
    const holding = this.of(connection);
    holding.scope = scope;
    if (scope.length === 0) return NONE;
    if (holding.key === undefined) throw new Error('The connection has no key for the rows of organisations yet.');
    const proof = createHash('sha384').update(holding.key).update(scope).digest('hex');
    return { text: TURN, params: [scope, proof] };
  }

  /** To be called where such a statement may not have come to pass: whose rows the connection meets is not known then. */
  doubt(connection: object): void {
    this.of(connection).scope = undefined;
  }

  /** To be called where its proof was not believed: the secret behind its key is another one by now. */
  disbelieve(connection: object): void {
    Object.assign(this.of(connection), { scope: undefined, key: undefined });
  }

  private of(connection: object): Holding {
    let holding = this.holdings.get(connection);
    if (!holding) this.holdings.set(connection, (holding = { scope: NO_ROWS, key: undefined }));
    return holding;
  }
}

/** The key of a connection, for as long as the connection lives. */
async function keyBy(ask: Ask): Promise<string> {
  const [rows] = (await ask({ text: `CALL ${ROW_KEY}()`, params: [] })) as [{ key: string }[]];
  const key = rows[0]?.key;
  if (!key) throw new Error('The database gave no key for the rows of organisations.');
  return key;
}

/** What makes a connection outside the pool meet the rows of all organisations; for a dump. */
export async function holdAllRows(connection: object, ask: Ask): Promise<void> {
  const held = new HeldRows();
  await held.prepare(connection, ask);
  await ask(held.turn(connection, ALL_ROWS));
}
