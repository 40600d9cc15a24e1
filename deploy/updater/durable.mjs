import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { lstatSync, symlinkSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';

/** Writes a file that is whole or not there, also after the power failed. */
export function writeDurably(path, text, mode = 0o644) {
  writeFileSync(`${path}.new`, text, { mode });
  flush(`${path}.new`);
  renameSync(`${path}.new`, path);
  flush(dirname(path));
}

/** Points a link somewhere else in one step. */
export function linkDurably(path, target) {
  rmSync(`${path}.new`, { force: true });
  symlinkSync(target, `${path}.new`);
  renameSync(`${path}.new`, path);
  flush(dirname(path));
}

/**
 * Takes away what somebody else laid, whatever it is. A folder is moved aside, not emptied: its owner could exchange it for
 * a link while root walks through it.
 */
export function putAway(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) renameSync(path, `${path}.${randomUUID()}.refused`);
  else rmSync(path, { force: true });
  flush(dirname(path));
}

/** Removes a file for good. */
export function removeDurably(path) {
  rmSync(path, { force: true });
  flush(dirname(path));
}

export const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

function flush(path) {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
