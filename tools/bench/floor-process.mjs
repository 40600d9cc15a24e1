import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../workspace/paths.mjs';
import { endProcess } from '../workspace/processes.mjs';

/** Starts the floor on the product's database; answers { url, stop() }. */
export async function startFloor(env) {
  const child = fork(inRoot('tools', 'bench', 'floor.mjs'), { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'close').then(() => {
    throw new Error('The floor stopped by itself.');
  });
  ended.catch(() => undefined);
  const [{ port }] = await Promise.race([once(child, 'message'), ended]);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => void (child.exitCode === null && (await endProcess(child.pid, 5_000))),
  };
}
