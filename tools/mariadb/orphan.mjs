import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, endProcess, isAlive } from '../workspace/processes.mjs';

/**
 * The id of a mariadbd still running on this data folder, or undefined.
 * Both notes are asked: ours, written right after the start, and the server's own, written once it is up.
 * An id alone proves nothing, it may belong to a stranger by now; the command line must name our folder.
 */
export function runningServer(dataDir) {
  const pids = ['process.pid', 'mariadb.pid'].map((name) => readPid(join(dataDir, name)));
  return pids.find((pid) => pid && isAlive(pid) && commandLineOf(pid).includes(`--datadir=${dataDir} `));
}

function readPid(file) {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** Stops a server left behind by a killed start; answers whether there was one. */
export async function stopOrphan(dataDir) {
  const pid = runningServer(dataDir);
  if (pid) await endProcess(pid, 60_000);
  return Boolean(pid);
}
