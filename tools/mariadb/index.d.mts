/** Passwords of the three accounts of a schema. */
export interface AccountPasswords {
  migration: string;
  application: string;
  retention: string;
}

export interface PrivateMariaDbOptions {
  /** Folder of the data; created and filled when it does not exist. */
  dataDir: string;
  /** `durable` loses no acknowledged write; `test` is fast and may lose everything with the machine. */
  memory: 'durable' | 'test';
  /** Password of root@localhost, set anew at every start. */
  rootPassword: string;
  /** Schemas with their accounts, created or brought up to date before the first connection. */
  schemas?: readonly { name: string; passwords: AccountPasswords }[];
}

export interface PrivateMariaDb {
  /** Absolute path of the unix socket. */
  socket: string;
  /** Real path of the data folder. */
  dataDir: string;
  /** `10.11.19` */
  version: string;
  /** True when a server left behind by a killed start was stopped first. */
  tookOver: boolean;
  rootPassword: string;
  pid: number;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Shuts the server down in order. */
  stop(): Promise<void>;
  /** Kills the server as a power cut would. */
  kill9(): Promise<void>;
}

/** Starts a MariaDB of our own: unix socket only, strict, UTF-8, unprivileged. */
export function startPrivateMariaDb(options: PrivateMariaDbOptions): Promise<PrivateMariaDb>;

/** Names of the migration, application and retention accounts of a schema. */
export function accountNames(schema: string): AccountPasswords;

/** Statements that create a schema with its accounts; safe to repeat. */
export function schemaStatements(schema: string, passwords: AccountPasswords): string[];

/** Statements that remove a schema with its accounts. */
export function dropStatements(schema: string): string[];

/** The id of a mariadbd still running on this data folder. */
export function runningServer(dataDir: string): number | undefined;

export interface ServerBinary {
  mariadbd: string;
  installDb: string;
  version: string;
}

/** Finds MariaDB >= 10.11; undefined when there is none. */
export function findServer(): Promise<ServerBinary | undefined>;

/** Finds MariaDB >= 10.11 or installs it with apt-get; otherwise throws a plain sentence. */
export function findOrInstallServer(): Promise<ServerBinary>;
