import { createConnection, type Connection } from 'mysql2';
import { connect, type Socket } from 'node:net';
import { hostWords, type DatabaseAccount, type DatabaseHost } from '../config';

const CONNECT_MS = 2_500;
const LOOK_MS = 2_000;
/** A server that comes and goes is left alone until it has stayed. */
const LOOKS = 2;
const SYNCED = '4';
/** No entrance for this account, or no schema yet. */
const REFUSALS = new Set([1044, 1045, 1049]);

const known = new Map<string, DatabaseHosts>();

/** The servers of this account, one book of them for the whole process; undefined where there is only one. */
export function hostsOf(account: DatabaseAccount): DatabaseHosts | undefined {
  if (account.socketPath || account.hosts.length < 2) return undefined;
  const name = account.hosts.map(hostWords).join(',');
  const book = known.get(name) ?? new DatabaseHosts(account.hosts, (host) => works(host, account));
  known.set(name, book);
  return book;
}

/**
 * Several servers of one cluster, and which of them work. Everybody uses the first that does, so that as a rule one server
 * does all the writing; one that failed is used again once it has shown that it belongs to the cluster.
 */
export class DatabaseHosts {
  /** How often each that failed has been seen working since. */
  private readonly down = new Map<number, number>();
  /** The server each way leads to, or led to. */
  private readonly lines = new WeakMap<object, number>();
  private readonly ways = new Set<Socket>();
  private watch: NodeJS.Timeout | undefined;
  private turn = 0;
  private used = 0;
  private passed = 0;

  constructor(
    readonly all: readonly DatabaseHost[],
    private readonly works: (host: DatabaseHost) => Promise<boolean>,
  ) {}

  /** The server new connections lead to. When none is known to work, each in turn. */
  get current(): DatabaseHost {
    return this.all[this.index]!;
  }

  /** A way to the server in use. */
  open(): Socket {
    const at = this.index;
    const { host, port } = this.all[at]!;
    const socket = connect({ host, port, noDelay: true, keepAlive: true });
    this.lines.set(socket, at);
    this.ways.add(socket);
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error('The server does not answer.'), { code: 'ETIMEDOUT' })),
      CONNECT_MS,
    );
    const lost = (): void => this.failed(at);
    socket.once('error', lost);
    socket.once('close', () => {
      clearTimeout(timer);
      this.ways.delete(socket);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', lost);
    });
    return socket;
  }

  /**
   * Rises whenever another server is used than before, and when work on one that is not used any more has come to its end:
   * the server in use may not yet have done what was acknowledged there.
   */
  get turns(): number {
    const at = this.index;
    if (at !== this.used) this.passed += 1;
    this.used = at;
    return this.passed;
  }

  /** To be called when work on a server that is not used any more has ended. */
  endedElsewhere(): void {
    this.passed += 1;
  }

  /** True for a connection to the server in use; others are given up when nobody needs them. */
  leadsThere(connection: object): boolean {
    const at = this.placeOf(connection);
    return at === undefined || at === this.index;
  }

  /** The server behind this connection does no work. */
  gaveUp(connection: object): void {
    const at = this.placeOf(connection);
    if (at !== undefined) this.lost(this.all[at]!);
  }

  /** This server does no work: whoever waits on a way to it is told so instead of waiting until the network gives up. */
  lost(server: DatabaseHost): void {
    const at = this.all.indexOf(server);
    this.failed(at);
    const gone = Object.assign(new Error('The server does no work.'), { code: 'ECONNRESET' });
    for (const way of this.ways) if (this.lines.get(way) === at) way.destroy(gone);
  }

  /** The server behind this connection was silent: perhaps one statement was too much, perhaps it is gone. */
  async doubt(connection: object): Promise<void> {
    const at = this.placeOf(connection);
    if (at !== undefined && !(await this.works(this.all[at]!))) this.lost(this.all[at]!);
  }

  /** Looks for a server that works before anybody stays with one that only answers. */
  async settle(): Promise<void> {
    for (let left = this.all.length; left > 0; left -= 1) {
      const at = this.index;
      if (await this.works(this.all[at]!)) return;
      this.failed(at);
    }
  }

  private get index(): number {
    const first = this.all.findIndex((_, at) => !this.down.has(at));
    return first >= 0 ? first : this.turn % this.all.length;
  }

  private placeOf(connection: object): number | undefined {
    const { stream } = connection as { stream?: object };
    return stream && this.lines.get(stream);
  }

  private failed(at: number): void {
    if (at === this.index) this.turn = at + 1;
    this.down.set(at, 0);
    this.watch ??= setTimeout(() => void this.look(), LOOK_MS).unref();
  }

  private async look(): Promise<void> {
    await Promise.all(
      [...this.down].map(async ([at, seen]) => {
        const working = await this.works(this.all[at]!);
        // It may have failed once more meanwhile.
        if (!working || this.down.get(at) !== seen) return void (this.down.has(at) && this.down.set(at, 0));
        // Where nothing works, the first sign of life is enough.
        if (seen + 1 >= LOOKS || this.down.size === this.all.length) this.down.delete(at);
        else this.down.set(at, seen + 1);
      }),
    );
    this.watch = this.down.size > 0 ? setTimeout(() => void this.look(), LOOK_MS).unref() : undefined;
  }
}

/** True for a server that takes writes; one of a cluster must belong to the majority and have caught up with it. */
async function works(
  { host, port }: DatabaseHost,
  { user, password, database }: Pick<DatabaseAccount, 'user' | 'password' | 'database'>,
): Promise<boolean> {
  const connection = createConnection({ host, port, user, password, database, connectTimeout: CONNECT_MS });
  connection.on('error', () => undefined);
  try {
    const facts = new Map([
      ...(await pairs(connection, "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('wsrep_on', 'read_only')")),
      ...(await pairs(connection, "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_local_state')")),
    ]);
    if (facts.get('read_only') !== 'OFF') return false;
    return (
      facts.get('wsrep_on') !== 'ON' || (facts.get('wsrep_ready') === 'ON' && facts.get('wsrep_local_state') === SYNCED)
    );
  } catch (error) {
    // It answers, though not this account: whether it has caught up is for those to say who may look.
    return REFUSALS.has((error as { errno?: number }).errno ?? 0);
  } finally {
    connection.destroy();
  }
}

function pairs(connection: Connection, sql: string): Promise<[string, string][]> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, rowsAsArray: true, timeout: CONNECT_MS }, (error, rows) =>
      error ? reject(error) : resolve(rows as unknown as [string, string][]),
    );
  });
}
