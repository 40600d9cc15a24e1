import type { Readable } from 'node:stream';
import type { SFTPWrapper } from 'ssh2';

/** What every server takes in one call. */
const PIECE = 32 * 1024;
/** Calls that are under way at a time, so that a far server is not waited for with every piece. */
const AT_A_TIME = 32;

type Done<T> = (error?: Error | null, answer?: T) => void;

/** What a server is asked, as promises. After its end every question is refused; the library would wait for ever. */
export class SftpCalls {
  private readonly waiting = new Set<(why: Error) => void>();
  private gone = false;

  /** `silent` is told when a question stays without an answer for `patience` milliseconds; it ends the connection. */
  constructor(
    private readonly sftp: SFTPWrapper,
    private readonly patience: number,
    private readonly silent: () => void,
  ) {}

  ask<T = void>(call: (sftp: SFTPWrapper, done: Done<T>) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.gone) return reject(brokenOff());
      this.waiting.add(reject);
      // The keepalive of the connection is answered by another process than the one that waits for a disk.
      const late = setTimeout(() => this.giveUp(), this.patience).unref();
      call(this.sftp, (error, answer) => {
        clearTimeout(late);
        this.waiting.delete(reject);
        if (error) reject(error);
        else resolve(answer as T);
      });
    });
  }

  /** The connection ended. */
  end(why: Error = brokenOff()): void {
    this.gone = true;
    for (const refuse of this.waiting) refuse(why);
    this.waiting.clear();
  }

  private giveUp(): void {
    if (this.gone) return;
    this.end(new Error('Timed out while waiting for an answer'));
    this.silent();
  }
}

const brokenOff = (): Error => new Error('No response from server');

/** Writes a file from its beginning, and asks the server to put it on its disk. */
export async function writePieces(far: SftpCalls, path: string, bytes: Readable): Promise<void> {
  const handle = await far.ask<Buffer>((sftp, done) => sftp.open(path, 'w', { mode: 0o600 }, done));
  const under = new Set<Promise<void>>();
  let at = 0;
  try {
    for await (const piece of pieces(bytes)) {
      const from = at;
      at += piece.length;
      const call = far.ask((sftp, done) => sftp.write(handle, piece, 0, piece.length, from, done));
      under.add(call);
      // One that fails is heard of below; until then it is nobody's surprise.
      call.then(() => under.delete(call)).catch(() => undefined);
      if (under.size >= AT_A_TIME) await Promise.race(under);
    }
    await Promise.all(under);
    await onDisk(far, handle);
  } finally {
    await far.ask((sftp, done) => sftp.close(handle, done)).catch(() => undefined);
  }
}

/** Reads a file to its end, some pieces ahead. */
export async function* readPieces(far: SftpCalls, path: string): AsyncGenerator<Uint8Array> {
  const handle = await far.ask<Buffer>((sftp, done) => sftp.open(path, 'r', done));
  try {
    const { size } = await far.ask<{ size: number }>((sftp, done) => sftp.fstat(handle, done));
    const ahead: Promise<Buffer>[] = [];
    for (let at = 0; at < size || ahead.length > 0;) {
      for (; at < size && ahead.length < AT_A_TIME; at += PIECE) {
        const call = readWhole(far, handle, { at, length: Math.min(PIECE, size - at) });
        // Heard of when its turn comes.
        call.catch(() => undefined);
        ahead.push(call);
      }
      yield await (ahead.shift() as Promise<Buffer>);
    }
  } finally {
    await far.ask((sftp, done) => sftp.close(handle, done)).catch(() => undefined);
  }
}

/** A server may answer less than it was asked for. */
async function readWhole(
  far: SftpCalls,
  handle: Buffer,
  { at, length }: { at: number; length: number },
): Promise<Buffer> {
  const whole = Buffer.alloc(length);
  for (let read = 0; read < length;) {
    const more = await far.ask<number>((sftp, done) =>
      sftp.read(handle, whole, read, length - read, at + read, (error, count) => done(error, count)),
    );
    if (more === 0) throw new Error('The file became shorter while it was read.');
    read += more;
  }
  return whole;
}

async function* pieces(bytes: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of bytes as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += PIECE) yield Buffer.from(chunk.subarray(at, at + PIECE));
}

async function onDisk(far: SftpCalls, handle: Buffer): Promise<void> {
  try {
    await far.ask((sftp, done) => sftp.ext_openssh_fsync(handle, done));
  } catch (error) {
    // Only OpenSSH offers it.
    if (!/not support/.test((error as Error).message)) throw error;
  }
}
