import { uuid7 } from '@st0r/crypto';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Whoever is alive touches their files more often than this. */
const ABANDONED_MS = 60_000;
const HOST = hostname().replace(/[^A-Za-z0-9-]/g, '-');
const OPEN = 'open';
const END = '.jsonl';

/**
 * The files of a spool in a folder that processes and machines may share: each has one owner, whose name is in its own.
 * `open_<owner>.jsonl` is being written, `<id>_<owner>.jsonl` is read, and `<id>.done` says how far. What a process that is
 * no more has left is taken over by renaming, which lets exactly one take it.
 */
export class SpoolFiles {
  private readonly me = `${HOST}.${process.pid}.${randomBytes(4).toString('hex')}`;

  constructor(private readonly folder: string) {}

  /** Where this process writes; the folder is made when there is none. */
  open(): string {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    return join(this.folder, `${OPEN}_${this.me}${END}`);
  }

  /** What is to be read, oldest first: of this process, and of those that are no more. */
  ready(now = Date.now()): string[] {
    if (!existsSync(this.folder)) return [];
    for (const name of this.names())
      if (this.mine(name) ? name.startsWith(OPEN) : this.left(name, now)) this.take(name);
    return this.names()
      .filter((name) => this.mine(name))
      .sort()
      .map((name) => join(this.folder, name));
  }

  /** Says that whoever reads this file is alive. */
  touch(file: string): void {
    utimesSync(file, new Date(), new Date());
  }

  /** Where it is ticked off what of a file was written; the same for every owner. */
  ticksOf(file: string): string {
    return file.replace(/_[^_/]+$/, '.done');
  }

  private take(name: string): void {
    const [id = ''] = name.split('_');
    const next = id === OPEN || !name.includes('_') ? uuid7() : id;
    try {
      renameSync(join(this.folder, name), join(this.folder, `${next}_${this.me}${END}`));
    } catch {
      // Another process was faster.
    }
  }

  private left(name: string, now: number): boolean {
    const [host, pid] = name.slice(name.indexOf('_') + 1).split('.');
    if (host === HOST && (Number(pid) === process.pid || !alive(Number(pid)))) return true;
    const { mtimeMs } = statSync(join(this.folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: now };
    return now - mtimeMs > ABANDONED_MS;
  }

  private mine(name: string): boolean {
    return name.endsWith(`_${this.me}${END}`);
  }

  private names(): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith(END));
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
