import { readFileSync } from 'node:fs';

/** Resident memory of a process now and at its highest, in MiB; undefined where the system does not tell. */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) / 1024);
    return { now: mebibytes('VmRSS'), highest: mebibytes('VmHWM') };
  } catch {
    return undefined;
  }
}
