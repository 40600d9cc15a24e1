import type { AccountPasswords } from './index.mjs';

export interface ClusterNode {
  /** `db1` */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly socket: string;
  readonly pid: number;
  /** Joins the others again. Answers when it takes writes. */
  start(): Promise<void>;
  /** Kills it as a power cut would. */
  kill9(): Promise<void>;
  stop(): Promise<void>;
  /** Rows of a statement as the administrator of this very node. */
  rows<T = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
  /** What it wrote into its log. */
  log(): string;
}

export interface Cluster {
  readonly nodes: readonly [ClusterNode, ClusterNode, ClusterNode];
  stop(): Promise<void>;
}

/** What every server of a cluster sets, whatever its addresses. */
export const CLUSTER_OPTIONS: Readonly<Record<string, string>>;

/** The library that makes servers a cluster; undefined where there is none. */
export function findGalera(): string | undefined;

/** Three servers of one Galera cluster on loopback, with one schema and its accounts. */
export function startCluster(options: {
  folder: string;
  schema: string;
  passwords: AccountPasswords;
  rootPassword: string;
}): Promise<Cluster>;
