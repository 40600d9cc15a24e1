import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolConnection, QueryError } from 'mysql2';
import { DataSource } from 'typeorm';
import { InjectSettings, type Settings } from '../config';
import { isConflict, isUnprepared, untilNoConflict } from './conflict';
import { hostsIn } from './data-source';
import type { DatabaseHosts } from './hosts';
import { StatementRefused, bound, preparable, type Statement } from './statement';
import { withWholeMoments } from './whole-moments';

const ISOLATION = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
const SILENT = { code: 'PROTOCOL_SEQUENCE_TIMEOUT', message: 'The database did not answer in time.' };
const NO_CONNECTION = { code: 'ETIMEDOUT', message: 'No connection to the database became free in time.' };

/** The driver counts, and tells nobody: these are its own lists. */
interface PoolParts {
  _allConnections: { length: number };
  _freeConnections: { length: number };
  _connectionQueue: { length: number };
  config: { connectionLimit: number };
}

/**
 * The connections of this process, straight on the driver: TypeORM opens the pool and knows the entities, statements go
 * past it. Nothing waits for ever: neither for a connection nor for an answer on it.
 */
@Injectable()
export class Connections {
  private readonly pool: Pool;
  /** The servers there are to choose from; undefined where it is one. */
  readonly hosts: DatabaseHosts | undefined;
  /** Milliseconds anything may wait for the database. */
  readonly patience: number;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @InjectSettings() settings: Settings,
  ) {
    this.pool = poolOf(source);
    this.hosts = hostsIn(source.options);
    this.patience = settings.DATABASE_TIMEOUT_SECONDS * 1000;
  }

  /** How the pool stands at this moment. */
  use(): { open: number; free: number; most: number; waiting: number } {
    const { _allConnections, _freeConnections, _connectionQueue, config } = this.pool as unknown as PoolParts;
    const [open, free, waiting] = [_allConnections, _freeConnections, _connectionQueue].map(({ length }) => length);
    return { open: open!, free: free!, waiting: waiting!, most: config.connectionLimit };
  }

  /** A connection of one's own until it is given back; of several servers, to the one in use. */
  async take(): Promise<PoolConnection> {
    const end = Date.now() + this.patience;
    for (let left = this.hosts?.all.length ?? 1; ;) {
      const connection = await this.any().catch((error: unknown) => {
        left -= 1;
        if (left <= 0 || Date.now() >= end || !isUnreachable(error)) throw error;
      });
      if (connection && this.wanted(connection)) return connection;
      connection?.destroy();
      if (Date.now() >= end) throw noConnection();
    }
  }

  /** A connection that is not needed any more. */
  giveBack(connection: PoolConnection): void {
    if (this.wanted(connection)) connection.release();
    else connection.destroy();
  }

  private wanted(connection: PoolConnection): boolean {
    return this.hosts?.leadsThere(connection) ?? true;
  }

  private any(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        reject(noConnection());
      }, this.patience);
      this.pool.getConnection((error, connection) => {
        clearTimeout(timer);
        if (late) return connection?.release();
        if (error) return reject(new StatementRefused(error, 'connect'));
        resolve(connection);
      });
    });
  }

  /** One statement on any connection, which commits by itself; again after a conflict. */
  once<T>(statement: Statement): Promise<T> {
    return untilNoConflict(() => this.alone<T>(statement), { patience: this.patience, repeatable: isConflict });
  }

  private async alone<T>(statement: Statement): Promise<T> {
    const connection = await this.take();
    try {
      return await this.send<T>(connection, statement);
    } finally {
      this.giveBack(connection);
    }
  }

  /** One statement on this connection; a connection that stays silent is given up. */
  send<T>(connection: PoolConnection, statement: Statement): Promise<T> {
    this.tell(statement);
    return this.sendUntold(connection, statement);
  }

  /** The same for a bundle whose statements were told one by one. */
  sendUntold<T>(connection: PoolConnection, statement: Statement): Promise<T> {
    return new Promise((resolve, reject) => {
      // The timeout of the driver leaves out the preparation of a statement.
      const timer = setTimeout(() => {
        void this.hosts?.doubt(connection);
        connection.destroy();
        reject(new StatementRefused(Object.assign(new Error(SILENT.message), SILENT), statement.text));
      }, this.patience);
      const answered = (error: QueryError | null, result: unknown): void => {
        clearTimeout(timer);
        if (error && isUnprepared(error)) this.hosts?.gaveUp(connection);
        if (error) reject(new StatementRefused(error, statement.text));
        else resolve(result as T);
      };
      const sql = statement.text;
      if (preparable(statement))
        connection.execute({ sql, values: statement.params.map(bound) as never }, (error, rows: unknown, fields) =>
          answered(error, withWholeMoments(rows, fields)),
        );
      else connection.query({ sql, values: [...statement.params] as never }, answered);
    });
  }

  /** What tests listen to: every statement, also those that travel inside a bundle. */
  tell({ text, params }: Statement): void {
    if (this.source.options.logging) this.source.logger.logQuery(text, [...params]);
  }
}

const noConnection = (): StatementRefused =>
  new StatementRefused(Object.assign(new Error(NO_CONNECTION.message), NO_CONNECTION), 'connect');

/** Nobody took the call: another server may. */
const isUnreachable = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'].includes(
    (error as StatementRefused).code ?? '',
  );

/** Every connection of a pool reads what is committed, once and for all, so that no transaction has to say so. */
export async function readCommitted(source: DataSource): Promise<void> {
  const pool = poolOf(source);
  const set = (connection: Pick<PoolConnection, 'query'>): Promise<void> =>
    new Promise((resolve) => connection.query(ISOLATION, () => resolve()));
  pool.on('connection', (connection) => void set(connection));
  // The first connection was opened before anybody could listen.
  await set(pool);
}

const poolOf = (source: DataSource): Pool => (source.driver as unknown as { pool: Pool }).pool;
