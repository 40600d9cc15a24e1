import type { PrivateMariaDb } from '../mariadb/index.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The products of the journeys, one for each worker. */
    stacks: { url: string; dataDir: string; env: Record<string, string> }[];
  }
}

export interface Service {
  pid: number;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Path of its log file. */
  log: string;
  lastWords(lines?: number): string[];
  stop(): Promise<void>;
}

export interface AnotherApi extends Service {
  url: string;
  /** Starts it again, at the same address, after it was stopped or killed. */
  again(): Promise<Service>;
}

export interface Stack {
  /** `http://127.0.0.1:40123` */
  url: string;
  env: NodeJS.ProcessEnv;
  dataDir: string;
  database: PrivateMariaDb;
  api: Service;
  worker: Service;
  /** Further processes, see `startAnother`. */
  others: Service[];
  /** Runs an operator command, for example `operator('setup-link')`, and answers what it printed. */
  operator(...words: string[]): Promise<string>;
  /** Starts a further API process of this name on the same database and keyring; it ends with the stack. */
  startAnother(name: string, extraEnv?: NodeJS.ProcessEnv): Promise<AnotherApi>;
  /** The same for a further worker. */
  startAnotherWorker(name: string, extraEnv?: NodeJS.ProcessEnv): Service;
  /** Starts the API again after it was stopped, with further settings. */
  startApi(more?: NodeJS.ProcessEnv): Promise<void>;
  /** Starts the worker again after it was stopped, with further settings. */
  startWorker(more?: NodeJS.ProcessEnv): void;
  /** Starts the database again after it was stopped or killed. */
  startDatabase(): Promise<void>;
  /** Stops everything and removes the data. */
  stop(): Promise<void>;
}

export interface StackOptions {
  /** `durable` loses no acknowledged write when the database is killed; `test`, the default, is faster. */
  memory?: 'test' | 'durable';
  /** An empty folder for everything; one of its own when left out. */
  dataDir?: string;
  /** Reached by the name of this machine, `http://localhost:40123`, instead of its address. */
  named?: boolean;
  /** The schema and the secrets are made for it alone, as on a new machine; otherwise copied from another first start. */
  anew?: boolean;
  /** Another database than a private one. */
  open?: () => Promise<{ env: Record<string, string>; server: object; stop(): Promise<void> }>;
}

/** The whole product, built, on an empty database and a free port of its own. */
export function startStack(extraEnv?: NodeJS.ProcessEnv, options?: StackOptions): Promise<Stack>;
