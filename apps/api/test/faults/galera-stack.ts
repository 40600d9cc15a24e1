import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { accountNames } from '../../../../tools/mariadb/index.mjs';
import { startCluster, type Cluster, type ClusterNode } from '../../../../tools/mariadb/cluster.mjs';
import { scratchFolder } from '../../../../tools/mariadb/scratch.mjs';

const SCHEMA = 'st0r';

/** The product on three database servers that are one cluster. */
export interface GaleraStack {
  stack: Stack;
  cluster: Cluster;
}

/** `DATABASE_HOST` that prefers the servers in this order. */
export const hostList = (...nodes: ClusterNode[]): string => nodes.map(({ host, port }) => `${host}:${port}`).join(',');

/** Built and migrated, with an API and a worker that prefer the first server. */
export async function aGaleraStack(): Promise<GaleraStack> {
  const secret = (): string => randomBytes(12).toString('base64url');
  const passwords = { migration: secret(), application: secret(), retention: secret() };
  const rootPassword = secret();
  const folder = scratchFolder();
  const cluster = await startCluster({ folder, schema: SCHEMA, passwords, rootPassword });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const names = accountNames(SCHEMA);
  const env = {
    DATABASE_HOST: hostList(...cluster.nodes),
    DATABASE_NAME: SCHEMA,
    DATABASE_USER: names.application,
    DATABASE_PASSWORD: passwords.application,
    MIGRATION_DATABASE_USER: names.migration,
    MIGRATION_DATABASE_PASSWORD: passwords.migration,
    RETENTION_DATABASE_USER: names.retention,
    RETENTION_DATABASE_PASSWORD: passwords.retention,
  };
  // What looks at the tables looks at the third one, which nobody kills.
  const server = { socket: cluster.nodes[2].socket, rootPassword, stop };
  try {
    const stack = await startStack({}, { open: () => Promise.resolve({ env, server, stop }) });
    return { stack, cluster };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A number the server counts, of all three together. */
export async function counted({ nodes }: Cluster, name: string): Promise<number> {
  const rows = await Promise.all(
    nodes.map((node) => node.rows<{ Value: string }>(`SHOW GLOBAL STATUS LIKE '${name}'`)),
  );
  return rows.reduce((sum, [row]) => sum + Number(row?.Value ?? 0), 0);
}

/** A checksum of every table on every node: where two differ, the nodes do not hold the same. */
export async function differences({ nodes }: Cluster): Promise<string[]> {
  const sums = await Promise.all(nodes.map(checksums));
  const tables = [...new Set(sums.flatMap((one) => [...one.keys()]))];
  return tables.filter((table) => new Set(sums.map((one) => one.get(table))).size > 1);
}

async function checksums(node: ClusterNode): Promise<Map<string, string>> {
  const tables = await node.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = '${SCHEMA}' AND table_type = 'BASE TABLE'`,
  );
  const names = tables.map(({ name }) => `\`${name}\``).join(', ');
  const rows = await node.rows<{ Table: string; Checksum: string }>(`CHECKSUM TABLE ${names}`);
  return new Map(rows.map(({ Table, Checksum }) => [Table, String(Checksum)]));
}
