import { readFileSync } from 'node:fs';
import { commandLineOf } from './processes.mjs';

const LOOK_EVERY = 250;

/**
 * Calls back once when the npm that launched us is gone. npm passes a signal to its shell only, and the shell dies
 * without telling us; a process started by hand or by systemd (no npm above it) is never concerned.
 */
export function whenLauncherDies(callback, env = process.env) {
  if (!env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const grandparent = /^(\S*\/)?(ba|da|z)?sh -c/.test(commandLineOf(parent)) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY);
  timer.unref();
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}
