import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const COUNT = 5000;
const PATIENCE = 300_000;
const REDIS = '/usr/bin/redis-server';

/** Jobs that change nothing, per second, through each driver: from the first claim to the last end. */
export async function jobsPerSecond(stack) {
  const figures = { MariaDB: await carriedOut(stack, {}) };
  if (!existsSync(REDIS)) return figures;
  const socket = join(stack.dataDir, 'run', 'redis.sock');
  const server = spawn(REDIS, ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', stack.dataDir], {
    stdio: 'ignore',
  });
  while (!existsSync(socket)) await sleep(20);
  try {
    figures['BullMQ and Redis'] = await carriedOut(stack, { REDIS_URL: `unix://${socket}` });
  } finally {
    server.kill();
  }
  return figures;
}

async function carriedOut(stack, env) {
  await stack.stopService('worker');
  await stack.root.query("DELETE FROM job WHERE name = 'job.rehearse'");
  await stack.operator('jobs', 'rehearse', String(COUNT));
  const worker = stack.start('worker', env);
  const until = Date.now() + PATIENCE;
  try {
    for (;;) {
      const [[row]] = await stack.root.query(
        `SELECT COUNT(*) AS ended, TIMESTAMPDIFF(MICROSECOND, MIN(started_at), MAX(finished_at)) / 1e6 AS seconds
         FROM job WHERE name = 'job.rehearse' AND state = 'done'`,
      );
      if (Number(row.ended) === COUNT) return COUNT / Number(row.seconds);
      if (Date.now() > until) throw new Error(`Only ${row.ended} of ${COUNT} jobs were carried out.`);
      await sleep(200);
    }
  } finally {
    await worker.stop();
  }
}
