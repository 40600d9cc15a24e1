import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** True when a process with this id exists and has not ended (a zombie has ended). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return statOf(pid)?.state !== 'Z';
}

/** The command line of a process, words joined by blanks; empty when it is gone. */
export function commandLineOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** When a process started, as an opaque text: an id used again by the system later has another one. */
export function startMarkOf(pid) {
  try {
    if (process.platform === 'linux') return statOf(pid)?.startTime ?? '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function statOf(pid) {
  try {
    // The program's name stands in brackets and may hold blanks, so count fields after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: fields[19] };
  } catch {
    return undefined;
  }
}

/** Waits until a process has ended; answers false when it still runs after the patience (milliseconds). */
export async function hasEnded(pid, patience) {
  const until = Date.now() + patience;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(50);
  }
  return true;
}

/** Asks a process to end and, when it does not in time (milliseconds), ends it. */
export async function endProcess(pid, patience = 30_000) {
  signal(pid, 'SIGTERM');
  if (await hasEnded(pid, patience)) return;
  signal(pid, 'SIGKILL');
  await hasEnded(pid, 10_000);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
