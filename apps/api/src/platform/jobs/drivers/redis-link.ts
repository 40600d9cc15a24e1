import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../../http/log';

/** A try to connect again comes at least this often. */
const RETRY_MS = 1000;

/** Connections to Redis that come and go without anybody else noticing: away is a state, never an error. */
export class RedisLink {
  private readonly connections: Redis[] = [];
  private readonly returns: (() => void)[] = [];
  private main: Redis | undefined;
  private away = false;

  constructor(
    private readonly url: string,
    private readonly log: Pick<Log, 'log' | 'warn'>,
  ) {}

  /** The connection commands go through; opened on first use. */
  get commands(): Redis {
    this.main ??= this.watched(this.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 0 }));
    return this.main;
  }

  /** True while commands would be answered. */
  get ready(): boolean {
    return this.commands.status === 'ready';
  }

  /** A connection of its own, for those that block or listen. */
  connect(options: RedisOptions = {}): Redis {
    const all: RedisOptions = {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(RETRY_MS, times * 100),
      connectTimeout: 3000,
      ...options,
    };
    const connection = this.url.startsWith('unix:')
      ? new Redis({ ...all, path: new URL(this.url).pathname })
      : new Redis(this.url, all);
    // Without a listener an unreachable server would end the process.
    connection.on('error', () => undefined);
    this.connections.push(connection);
    return connection;
  }

  /** Calls `act` whenever Redis is there, at first and after each absence: what it held may be gone. */
  onReturn(act: () => void): void {
    this.returns.push(act);
  }

  /** Asks whether anybody is there; throws in plain words. */
  async ping(): Promise<string> {
    const connection = this.connect({ maxRetriesPerRequest: 1, retryStrategy: () => null, commandTimeout: 3000 });
    try {
      return await connection.ping();
    } catch {
      throw new Error(
        'Redis does not answer; jobs are taken from MariaDB meanwhile, and limits are counted there or in memory.',
      );
    } finally {
      connection.disconnect();
    }
  }

  close(): void {
    for (const connection of this.connections) connection.disconnect();
  }

  private watched(connection: Redis): Redis {
    connection.on('ready', () => {
      if (this.away) this.log.log('Redis is back.');
      this.away = false;
      for (const act of this.returns) act();
    });
    connection.on('close', () => {
      if (!this.away) this.log.warn('Redis does not answer; jobs are taken from MariaDB meanwhile.');
      this.away = true;
    });
    return connection;
  }
}
