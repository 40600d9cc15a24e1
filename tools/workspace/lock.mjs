import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startMarkOf } from './processes.mjs';

/** Who holds a lock file: { pid, startMark, purpose }, or undefined when nobody alive does. */
export function lockHolder(file) {
  const holder = readLock(file);
  if (!holder?.pid || !isAlive(holder.pid)) return undefined;
  return startMarkOf(holder.pid) === holder.startMark ? holder : undefined;
}

/**
 * Takes a lock file for this process, also over one left behind by a killed process.
 * Answers a function that gives it back, or undefined when somebody alive holds it.
 */
export function takeLock(file, purpose) {
  const mine = JSON.stringify({ pid: process.pid, startMark: startMarkOf(process.pid), purpose });
  for (let attempt = 0; attempt < 5; attempt++) {
    if (created(file, mine)) return () => giveBack(file, mine);
    if (lockHolder(file)) return undefined;
    setAside(file);
  }
  return undefined;
}

/** Runs `work` while this process holds the lock, and waits its turn where somebody else does; answers what it answers. */
export async function underLock(file, purpose, work) {
  let release;
  while (!(release = takeLock(file, purpose))) await sleep(100);
  try {
    return await work();
  } finally {
    release();
  }
}

// A link is made whole or not at all, so nobody ever reads a half-written lock.
function created(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Two starts may both see the dead lock; the second must not throw away the lock the first has just made.
function setAside(file) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (lockHolder(aside)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(error.code)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function giveBack(file, mine) {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
