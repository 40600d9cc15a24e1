import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { buildCommand, BUILDS } from '../build/targets.mjs';
import { endProcess } from '../workspace/processes.mjs';
import { program } from './product.mjs';

const QUIET = 300;

/** Rebuilds API and SPA when a file changes, and restarts API and worker when theirs is new. */
export async function watchAndRestart(shutdown, services) {
  for (const name of BUILDS) {
    const { args, cwd } = buildCommand(name, ['--watch']);
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    shutdown.add(() => endProcess(child.pid, 5_000));
  }
  let timer;
  const watcher = watch(dirname(program('main')), () => {
    clearTimeout(timer);
    timer = setTimeout(() => void restart(services), QUIET);
  });
  shutdown.add(() => (clearTimeout(timer), watcher.close()));
}

async function restart(services) {
  if (services.restarting) return;
  services.restarting = (async () => {
    await Promise.all([services.api.stop(), services.worker.stop()]);
    services.api = services.start('main');
    services.worker = services.start('worker');
    console.log('          API and worker restarted');
  })();
  await services.restarting;
  services.restarting = undefined;
}
