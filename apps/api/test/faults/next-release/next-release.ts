import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildAnotherRelease } from '../../../../../tools/build/another-release.mjs';
import type { Stack } from '../../../../../tools/journeys/stack.mjs';
import { rowsOf } from '../damage';

const PATIENCE_MS = 60_000;

/** How a process ended, and what it said. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

/** The operator's program of the release after this one: the same code with one step of the schema more. */
export class NextRelease {
  private constructor(
    private readonly stack: Stack,
    private readonly built: Awaited<ReturnType<typeof buildAnotherRelease>>,
  ) {}

  static async over(stack: Stack): Promise<NextRelease> {
    return new NextRelease(stack, await buildAnotherRelease(fileURLToPath(new URL('cli.ts', import.meta.url))));
  }

  remove(): void {
    this.built.remove();
  }

  /** Its `st0r migrate`, as a process of its own. */
  migrate(): { pid: number; ended: Promise<Ended> } {
    const child = spawn(process.execPath, [this.built.cli, 'migrate'], { env: this.stack.env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const ended = new Promise<Ended>((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, output })),
    );
    return { pid: child.pid ?? 0, ended };
  }

  /** Waits until the database has begun to write a table anew. */
  async inTheMiddleOf(table: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
      const [found] = await rowsOf(
        this.stack,
        "SELECT id FROM information_schema.processlist WHERE info LIKE ? AND state = 'copy to tmp table'",
        [`ALTER TABLE ${table} %`],
      );
      // A moment later, so that something of it was written.
      if (found) return void (await sleep(500));
    }
    throw new Error(`Nobody wrote ${table} anew within ${PATIENCE_MS} ms.`);
  }
}
