import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, endProcess, isAlive } from '../workspace/processes.mjs';
import { ROOT } from '../workspace/paths.mjs';
import { tail } from '../workspace/run.mjs';
import { nodeArguments, program } from './product.mjs';

const LARGEST_LOG = 50 * 1_048_576;
const STOP_PATIENCE = 20_000;

/** Files of one of our processes: its log and the note with its id. */
const filesOf = (dataDir, name) => ({
  log: join(dataDir, 'logs', `${name}.log`),
  note: join(dataDir, 'run', `${name}.pid`),
});

/** Stops a process left behind by a killed start; an id that now belongs to a stranger is left alone. */
export async function stopLeftover(dataDir, name) {
  const { note } = filesOf(dataDir, name);
  const pid = existsSync(note) ? Number.parseInt(readFileSync(note, 'utf8'), 10) : undefined;
  if (pid && isAlive(pid) && commandLineOf(pid).includes(program(name))) await endProcess(pid, STOP_PATIENCE);
  rmSync(note, { force: true });
}

/**
 * Starts `main` or `worker` with its log in the data folder.
 * Answers { pid, ended, log, stop(), lastWords() }; the process can tell by its closed channel that we were killed.
 */
export function startService(name, { env, dataDir, show = false }) {
  const { log, note } = filesOf(dataDir, name);
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) renameSync(log, `${log}.1`);
  const out = openSync(log, 'a', 0o600);
  const startsAt = statSync(log).size;
  const stdio = show ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', out, out, 'ipc'];
  const child = spawn(process.execPath, nodeArguments(name), { cwd: ROOT, env, stdio, detached: true });
  closeSync(out);
  writeFileSync(note, `${child.pid}\n`);
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  return {
    pid: child.pid,
    ended,
    log,
    lastWords: (lines) => tail(readFileSync(log).subarray(startsAt).toString(), lines),
    async stop() {
      await endProcess(child.pid, STOP_PATIENCE);
      await ended;
      rmSync(note, { force: true });
    },
  };
}
