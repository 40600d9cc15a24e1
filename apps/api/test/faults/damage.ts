import { createConnection } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '../../../../tools/journeys/stack.mjs';
import { ask } from './visitor';

/** Rows of a statement as database root, on a connection of its own. */
export async function rowsOf<T = Record<string, unknown>>(
  stack: Stack,
  text: string,
  params: unknown[] = [],
): Promise<T[]> {
  const { socket, rootPassword } = stack.database;
  const connection = await createConnection({
    socketPath: socket,
    user: 'root',
    password: rootPassword,
    database: 'st0r',
  });
  try {
    const [rows] = await connection.query(text, params);
    return rows as T[];
  } finally {
    await connection.end();
  }
}

/** What the house writes by the clock, whatever anybody does: its processes, its schedule, and counts of sealed events. */
const BY_THE_CLOCK = new Set([
  'node_status',
  'job',
  'job_schedule',
  'event_follower',
  'event_tally',
  'security_tally',
  'key_use',
  'lease',
]);

/** A checksum of every table, by name: equal ones mean that nothing was written. */
export async function checksums(stack: Stack): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    stack,
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'st0r' AND table_type = 'BASE TABLE'",
  );
  const names = tables.map(({ name }) => name).filter((name) => !BY_THE_CLOCK.has(name));
  const sums = await rowsOf(stack, `CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`);
  return Object.fromEntries(sums.map((row) => [String(row['Table']), String(row['Checksum'])]));
}

/** Names of the tables that are not as they were. */
export async function changedSince(stack: Stack, before: Record<string, string>): Promise<string[]> {
  const now = await checksums(stack);
  return Object.keys(now).filter((table) => now[table] !== before[table]);
}

/** Kills the API as the system's out-of-memory killer would. */
export async function killApi(stack: Stack): Promise<void> {
  process.kill(stack.api.pid, 'SIGKILL');
  await stack.api.ended;
}

/** Waits until the API says it is ready; answers how many milliseconds that took. */
export async function untilReady(stack: Stack, patience = 15_000): Promise<number> {
  const began = Date.now();
  for (;;) {
    const status = await ask(`${stack.url}/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return Date.now() - began;
    if (Date.now() - began > patience) throw new Error(`Not ready after ${patience} ms (last answer ${status}).`);
    await sleep(50);
  }
}

/** Waits until the worker has sealed every event. */
export async function untilSealed(stack: Stack, patience = 20_000): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(200)) {
    const [row] = await rowsOf<{ waiting: number }>(
      stack,
      'SELECT COUNT(*) AS waiting FROM event e LEFT JOIN event_seal s ON s.event_n = e.n WHERE s.seq IS NULL',
    );
    if (Number(row?.waiting) === 0) return;
  }
  throw new Error(`Not sealed after ${patience} ms.`);
}

/** True while a process of ours runs. */
export const runs = (service: { ended: Promise<unknown> }): Promise<boolean> =>
  Promise.race([service.ended.then(() => false), sleep(0, true)]);

/** What `st0r audit verify` says; its own words fail the test when it finds something. */
export async function auditVerdict(stack: Stack): Promise<string> {
  try {
    return await stack.operator('audit', 'verify');
  } catch (error) {
    return [(error as Error).message, ...((error as { waysOut?: string[] }).waysOut ?? [])].join('\n');
  }
}
