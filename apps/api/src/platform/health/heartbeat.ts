import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const EVERY_MS = 5_000;
/** Six missed beats: a worker that does nothing else for so long is stuck. */
const SILENCE_MS = 30_000;

// Several workers may share one data folder; each container has a host name of its own.
const fileIn = (dataDir: string): string => join(dataDir, 'run', `worker.${hostname()}.alive`);

/** A process without a port shows that its loop turns: it writes a file every five seconds, and takes it away at the end. */
export function beat(dataDir: string): void {
  const file = fileIn(dataDir);
  const write = (): void => writeFileSync(file, `${process.pid}\n`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  write();
  setInterval(write, EVERY_MS);
  process.once('exit', () => rmSync(file, { force: true }));
}

/** Why the worker of this machine counts as not working; undefined while its heart beats. */
export function silence(dataDir: string, now = Date.now()): string | undefined {
  const seen = statSync(fileIn(dataDir), { throwIfNoEntry: false });
  if (!seen) return 'The worker does not run here.';
  const quiet = now - seen.mtimeMs;
  return quiet > SILENCE_MS ? `The worker has been silent for ${Math.round(quiet / 1000)} s.` : undefined;
}
