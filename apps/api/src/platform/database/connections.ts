import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolConnection, QueryError } from 'mysql2';
import { DataSource } from 'typeorm';
import { InjectSettings, type Settings } from '../config';
import { bundleOf } from './bundle';
import { CATCH_UP, CatchingUp } from './catching-up';
import { isConflict, isUnprepared, isUnproven, unprepared, untilNoConflict } from './conflict';
import { hostsIn } from './data-source';
import type { DatabaseHosts } from './hosts';
import { poolOf, takenFrom, type PoolParts } from './pool';
import { HeldRows, isTurn } from './row-views/held-rows';
import type { RowScope } from './row-views/row-scope';
import { throughViews } from './row-views/through-views';
import { StatementRefused, bound, preparable, writtenTable, type Statement } from './statement';
import { withWholeMoments } from './whole-moments';

const SILENT = { code: 'PROTOCOL_SEQUENCE_TIMEOUT', message: 'The database did not answer in time.' };
const NO_CONNECTION = { code: 'ETIMEDOUT', message: 'No connection to the database became free in time.' };

/**
 * The connections of this process, straight on the driver: TypeORM opens the pool and knows the entities, statements go
 * past it. Nothing waits for ever: neither for a connection nor for an answer on it.
 */
@Injectable()
export class Connections {
  private readonly pool: Pool;
  private readonly held = new HeldRows();
  private readonly catchingUp = new CatchingUp();
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

  /**
   * A connection of one's own until it is given back; of several servers, to the one in use. Where there is a choice, one
   * that meets these rows already.
   */
  async take(rows?: RowScope): Promise<PoolConnection> {
    const end = Date.now() + this.patience;
    for (let left = this.hosts?.all.length ?? 1; ;) {
      const connection = await this.found(rows).catch((error: unknown) => {
        left -= 1;
        if (left <= 0 || Date.now() >= end || !(isUnreachable(error) || isUnprepared(error))) throw error;
      });
      if (connection) return connection;
      if (Date.now() >= end) throw noConnection();
    }
  }

  /** A connection that is not needed any more. */
  giveBack(connection: PoolConnection): void {
    if (this.wanted(connection)) return connection.release();
    // What it has written is acknowledged, and perhaps not yet done where the others lead.
    this.hosts?.endedElsewhere();
    connection.destroy();
  }

  /**
   * Answers when everything that follows shows what was acknowledged before, at whatever server of a cluster: to be called
   * where somebody comes in. One server has nothing to catch up with.
   */
  async catchUp(): Promise<void> {
    if (!this.catchingUp.needed) return;
    const wait = async (): Promise<void> => {
      const connection = await this.take();
      await this.wait(connection).finally(() => this.giveBack(connection));
    };
    await untilNoConflict(wait, { patience: this.patience, repeatable: isConflict });
  }

  /** A server that cannot wait for the others does not belong to them at this moment. */
  private async wait(connection: PoolConnection): Promise<void> {
    await this.sendUntold(connection, CATCH_UP).catch((error: unknown) => {
      if (!isConflict(error)) throw error;
      this.hosts?.gaveUp(connection);
      throw unprepared(error);
    });
  }

  /** One that leads to the server in use and shows what was acknowledged before; undefined where it leads elsewhere. */
  private async found(rows?: RowScope): Promise<PoolConnection | undefined> {
    const connection = await this.any(rows);
    if (!this.wanted(connection)) return void connection.destroy();
    const turn = this.hosts?.turns ?? 0;
    if (this.catchingUp.isDone(connection, turn)) return connection;
    try {
      await this.catchingUp.done(connection, turn, {
        ask: (statement) => this.sendUntold(connection, statement),
        wait: () => this.wait(connection),
      });
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }

  private wanted(connection: PoolConnection): boolean {
    return this.hosts?.leadsThere(connection) ?? true;
  }

  /**
   * Puts the free connection that suits best where the pool takes the next one from: its end. Some are bare, for whatever is
   * asked before it is known who asks; the others keep the rows they met last. Where one kind is missing and there is room,
   * all free ones are put aside and answered, so that the pool opens one more.
   */
  private prefer(rows: RowScope): PoolConnection[] {
    const { _freeConnections: free, _allConnections: all, config } = this.pool as unknown as PoolParts;
    const bare: number[] = [];
    const others: number[] = [];
    for (let at = free.length - 1; at >= 0; at -= 1) {
      const connection = free.get(at);
      if (this.held.holds(connection, rows)) {
        free.push(free.removeOne(at));
        return [];
      }
      (this.held.isBare(connection) ? bare : others).push(at);
    }
    // Longest of no use, so that what was met lately is met again.
    const spare = others.at(-1) ?? (bare.length > 1 ? bare.at(-1) : undefined);
    const missing = rows.length === 0 || spare === undefined;
    if (missing && all.length < config.connectionLimit) return takenFrom(free);
    if (spare !== undefined) free.push(free.removeOne(spare));
    return [];
  }

  private async any(rows?: RowScope): Promise<PoolConnection> {
    const aside = rows ? this.prefer(rows) : [];
    const next = this.next();
    const { _freeConnections: free } = this.pool as unknown as PoolParts;
    for (const connection of aside) free.push(connection);
    // One more would have been better; where it cannot be had, those there are will do.
    return aside.length > 0 ? next.catch(() => this.next()) : next;
  }

  private next(): Promise<PoolConnection> {
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
    const connection = await this.take(statement.rows);
    try {
      return await this.send<T>(connection, statement);
    } finally {
      this.giveBack(connection);
    }
  }

  /** One statement on this connection; a connection that stays silent is given up. */
  async send<T>(connection: PoolConnection, statement: Statement): Promise<T> {
    this.tell(statement);
    await this.prepared(connection, [statement]);
    const { rows, text } = statement;
    if (!rows || this.held.holds(connection, rows)) return this.sendUntold<T>(connection, asAsked(statement));
    // A write must not come to pass where the turn was refused, as a node of a cluster does that lost or gave up something.
    if (writtenTable(text)) return this.together<T>(connection, this.bundled(connection, [statement]));
    // Both stand in the queue of the connection before anybody else can put something between them.
    const turned = this.sendUntold(connection, this.held.turn(connection, rows));
    const answer = this.sendUntold<T>(connection, asAsked(statement));
    answer.catch(() => undefined);
    await turned.catch((error: unknown) => {
      this.held.doubt(connection);
      throw error;
    });
    return answer;
  }

  /** Statements as `bundled` answers them, in one trip: after one that is refused, none comes to pass. */
  async together<T>(connection: PoolConnection, statements: readonly Statement[]): Promise<T> {
    try {
      return rowsOrFacts<T>(await this.sendUntold(connection, bundleOf(statements)));
    } catch (error) {
      if (statements.some(isTurn)) this.held.doubt(connection);
      throw error;
    }
  }

  /** Whatever `bundled` needs; only a new connection has to be asked for it. */
  async prepared(connection: PoolConnection, statements: readonly Statement[]): Promise<void> {
    if (statements.every(({ rows }) => !rows || this.held.isPrepared(connection, rows))) return;
    await this.held.prepare(connection, (statement) => this.sendUntold(connection, statement));
  }

  /**
   * The statements of a bundle as they are sent, with what makes the connection meet the rows of each. They have to be sent
   * at once.
   */
  bundled<S extends Statement>(connection: PoolConnection, statements: readonly S[]): (S | Statement)[] {
    return statements.flatMap((statement) => {
      const { rows } = statement;
      const sent = { ...statement, ...asAsked(statement) };
      return rows && !this.held.holds(connection, rows) ? [this.held.turn(connection, rows), sent] : [sent];
    });
  }

  /** The same for what was told before, just as it is. */
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
        if (error && isUnproven(error)) connection.destroy();
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

const asAsked = (statement: Statement): Statement => ({
  text: throughViews(statement.text).text,
  params: statement.params,
});

/** A bundle with one statement that answers rows answers `[rows, facts]`. */
function rowsOrFacts<T>(result: unknown): T {
  return (Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result) as T;
}

const noConnection = (): StatementRefused =>
  new StatementRefused(Object.assign(new Error(NO_CONNECTION.message), NO_CONNECTION), 'connect');

/** Nobody took the call: another server may. */
const isUnreachable = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'].includes(
    (error as StatementRefused).code ?? '',
  );
