import type { Statement } from './statement';

/** Asks a connection something, and lets it send `CATCH_UP`. */
interface Ways {
  ask: (statement: Statement) => Promise<unknown>;
  wait: () => Promise<unknown>;
}

const MEMBER: Statement = { text: "SHOW VARIABLES LIKE 'wsrep_on'", params: [] };
/**
 * A server of a Galera cluster acknowledges a write when the others have it, not when they have done it. This waits until
 * the server has done all that any of them had acknowledged before.
 */
export const CATCH_UP: Statement = { text: 'SET STATEMENT wsrep_sync_wait = 1 FOR SELECT 1', params: [] };
const NEVER = -1;

/** Sees to it that connections to a cluster show what was acknowledged at another of its servers. */
export class CatchingUp {
  /** The turn up to which a connection has caught up; `NEVER` where it has nobody to catch up with. */
  private readonly seen = new WeakMap<object, number>();
  private clustered = false;

  /** True as long as connections lead to a server of a cluster. */
  get needed(): boolean {
    return this.clustered;
  }

  /** True where the connection shows everything that was acknowledged before this turn. */
  isDone(connection: object, turn: number): boolean {
    const seen = this.seen.get(connection);
    return seen === NEVER || seen === turn;
  }

  /** Makes it so, and finds out on first sight whether the connection leads to a cluster at all. */
  async done(connection: object, turn: number, { ask, wait }: Ways): Promise<void> {
    if (!this.seen.has(connection)) {
      const [row] = (await ask(MEMBER)) as { Value?: string }[];
      this.clustered = row?.Value === 'ON';
      if (!this.clustered) return void this.seen.set(connection, NEVER);
    }
    await wait();
    this.seen.set(connection, turn);
  }
}
