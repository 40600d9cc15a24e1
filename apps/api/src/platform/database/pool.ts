import type { Pool, PoolConnection } from 'mysql2';
import type { DataSource } from 'typeorm';

const ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** The driver counts, and tells nobody: these are its own lists. */
export interface PoolParts {
  _allConnections: { length: number };
  _freeConnections: {
    length: number;
    get(at: number): PoolConnection;
    removeOne(at: number): PoolConnection;
    push(connection: PoolConnection): unknown;
  };
  _connectionQueue: { length: number };
  config: { connectionLimit: number };
}

/** Takes all free connections out of a pool. */
export function takenFrom(free: PoolParts['_freeConnections']): PoolConnection[] {
  const taken: PoolConnection[] = [];
  while (free.length > 0) taken.push(free.removeOne(0));
  return taken;
}

/** Every connection of a pool reads what is committed, once and for all, so that no transaction has to say so. */
export async function readCommitted(source: DataSource): Promise<void> {
  const pool = poolOf(source);
  const set = (connection: Pick<PoolConnection, 'query'>): Promise<void> =>
    new Promise((resolve) => connection.query(ISOLATION, () => resolve()));
  pool.on('connection', (connection) => void set(connection));
  // The first connection was opened before anybody could listen.
  await set(pool);
}

/** The pool TypeORM has opened. */
export const poolOf = (source: DataSource): Pool => (source.driver as unknown as { pool: Pool }).pool;
