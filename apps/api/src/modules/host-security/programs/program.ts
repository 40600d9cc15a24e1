import { spawn } from 'node:child_process';

/** A program of the machine with what it is told; never a shell. */
export interface Call {
  readonly path: string;
  readonly args: readonly string[];
  /** All it gets of the environment: nothing of this process reaches it by itself. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeoutMs: number;
  /** Longest answer that is read. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** How a program ended. `code` is null when it did not end by itself. */
export interface Ended {
  readonly how: 'exit' | 'missing' | 'too_slow' | 'too_much' | 'stopped';
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const ERR_BYTES = 64 * 1024;

/** Runs a program to its end, or ends it with everything it started. */
export function runProgram(call: Call): Promise<Ended> {
  return new Promise((resolve) => new Run(call, resolve).begin());
}

class Run {
  private readonly out: Buffer[] = [];
  private readonly err: Buffer[] = [];
  private bytes = 0;
  private errBytes = 0;
  private how: Ended['how'] = 'exit';

  constructor(
    private readonly call: Call,
    private readonly resolve: (ended: Ended) => void,
  ) {}

  begin(): void {
    const { path, args, env = {}, cwd, timeoutMs, signal } = this.call;
    const clean = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', ...env };
    // A group of its own, so that what it starts is ended with it.
    const child = spawn(path, args, {
      cwd,
      env: clean,
      shell: false,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (how: Ended['how']): void => {
      if (this.how === 'exit') this.how = how;
      if (child.pid) endGroup(child.pid);
      // What got away into another group may hold the pipes open.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const late = setTimeout(() => end('too_slow'), timeoutMs);
    const stop = (): void => end('stopped');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    child.stdout.on('data', (piece: Buffer) => this.keep(piece, () => end('too_much')));
    child.stderr.on('data', (piece: Buffer) => this.keepError(piece));
    const over = (how: Ended['how'], code: number | null): void => {
      clearTimeout(late);
      signal?.removeEventListener('abort', stop);
      this.done(how, code);
    };
    child.on('error', () => over('missing', null));
    child.on('close', (code) => over(this.how, code));
  }

  private keep(piece: Buffer, tooMuch: () => void): void {
    this.bytes += piece.length;
    if (this.bytes <= this.call.maxBytes) this.out.push(piece);
    else tooMuch();
  }

  private keepError(piece: Buffer): void {
    if (this.errBytes < ERR_BYTES) this.err.push(piece);
    this.errBytes += piece.length;
  }

  private done(how: Ended['how'], code: number | null): void {
    const text = (pieces: Buffer[]): string => Buffer.concat(pieces).toString('utf8');
    this.resolve({ how, code: how === 'exit' ? code : null, out: text(this.out), err: text(this.err) });
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
