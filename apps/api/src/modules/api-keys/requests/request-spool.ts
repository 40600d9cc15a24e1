import {
  closeSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomBytes } from 'node:crypto';
import type { RequestRow } from './request-row';

const OPEN = '.open';
const READY = '.ready';
/** Whoever writes closes their file within a second, so one that nobody touched for so long was left behind. */
const ABANDONED_MS = 60_000;
const LIMIT_BYTES = 256 * 1024 * 1024;

/** A file of rows that is complete and waits for the database. */
export interface Segment {
  readonly path: string;
  readonly bytes: number;
}

interface OpenFile {
  readonly fd: number;
  readonly path: string;
  /** Length of what was written whole. */
  bytes: number;
  flush: Promise<void> | undefined;
}

/**
 * Rows on the local disk until the database has them. Appending is one write, done before the answer leaves, so a
 * killed process loses none; the flush to the platter follows at once and nobody waits for it, so a cut power line
 * loses at most the rows of the last few milliseconds. A full spool says so, and no key is let in until it has room.
 */
export class RequestSpool {
  private readonly me = `${HOST}.${process.pid}.${randomBytes(4).toString('hex')}`;
  private file: OpenFile | undefined;
  private waiting: string[] = [];
  private bytes = 0;
  private count = 0;

  constructor(
    private readonly folder: string,
    private readonly limit = LIMIT_BYTES,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.bytes = this.names().reduce((sum, name) => sum + (factsOf(join(folder, name))?.size ?? 0), 0);
  }

  /** True while no further row can be kept: the disk refuses, or the database has been away for too long. */
  get full(): boolean {
    if (this.waiting.length > 0) this.write();
    return this.waiting.length > 0 || this.bytes >= this.limit;
  }

  append(row: RequestRow): void {
    this.waiting.push(`${JSON.stringify(row)}\n`);
    this.write();
  }

  /** Closes the file being written; answers every segment of this process, oldest first. */
  async seal(): Promise<Segment[]> {
    const { file } = this;
    this.file = undefined;
    if (file) {
      await file.flush;
      closeSync(file.fd);
      renameSync(file.path, file.path.replace(OPEN, READY));
    }
    const mine = this.names().filter((name) => name.includes(this.me) && name.endsWith(READY));
    return mine
      .sort()
      .map((name) => join(this.folder, name))
      .map((path) => ({ path, bytes: factsOf(path)?.size ?? 0 }));
  }

  /** Forgets a segment whose rows are in the database. */
  async remove({ path, bytes }: Segment): Promise<void> {
    await rm(path, { force: true });
    this.bytes = Math.max(0, this.bytes - bytes);
  }

  /** Takes over what processes that are no more have left; renaming lets exactly one take it. */
  adopt(now = Date.now()): void {
    for (const name of this.names().filter((one) => !one.includes(this.me) && this.left(one, now)))
      try {
        const [started = ''] = name.split('_');
        renameSync(join(this.folder, name), join(this.folder, `${started}_${this.next()}_${this.me}${READY}`));
      } catch {
        // Another process was faster.
      }
  }

  private write(): void {
    const text = this.waiting.join('');
    try {
      const file = (this.file ??= this.create());
      writeWhole(file, Buffer.from(text));
      this.waiting = [];
      this.bytes += Buffer.byteLength(text);
      this.flush(file);
    } catch {
      // Kept, and tried again before the next key is let in.
    }
  }

  private create(): OpenFile {
    const path = join(this.folder, `${Date.now()}_${this.next()}_${this.me}${OPEN}`);
    return { fd: openSync(path, 'ax', 0o600), path, bytes: 0, flush: undefined };
  }

  private next(): string {
    this.count += 1;
    return String(this.count).padStart(9, '0');
  }

  /** One flush at a time, and one more for what was written meanwhile. */
  private flush(file: OpenFile): void {
    const flushed = file.bytes;
    file.flush ??= flushToDisk(file.fd).then(
      () => {
        file.flush = undefined;
        if (file.bytes > flushed) this.flush(file);
        return file.flush;
      },
      () => void (file.flush = undefined),
    );
  }

  private left(name: string, now: number): boolean {
    const [host = '', pid = ''] = name.split('_').slice(2).join('_').split('.');
    const gone = host === HOST && (Number(pid) === process.pid || !alive(Number(pid)));
    return gone || now - (factsOf(join(this.folder, name))?.mtimeMs ?? now) > ABANDONED_MS;
  }

  private names(): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith(OPEN) || name.endsWith(READY));
  }
}

const HOST = hostname().replace(/[^A-Za-z0-9-]/g, '-');
const flushToDisk = promisify(fdatasync);
const factsOf = (path: string) => statSync(path, { throwIfNoEntry: false });

/** All of it or nothing: a disk that fills up half way must not leave half a row. */
function writeWhole(file: OpenFile, bytes: Buffer): void {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file.fd, bytes, at);
    file.bytes += bytes.length;
  } catch (error) {
    ftruncateSync(file.fd, file.bytes);
    throw error;
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
