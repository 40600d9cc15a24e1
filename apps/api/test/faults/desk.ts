import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stack } from '../../../../tools/journeys/stack.mjs';

const PROGRAM = fileURLToPath(new URL('../../dist/st0r.js', import.meta.url));

/** What a shell said to a command. */
export interface Said {
  failed: boolean;
  output: string;
}

/** Where somebody sits who follows a page: a folder of their own, and `st0r` among the commands. */
export class Desk {
  readonly folder: string;
  /** By command, what the last time brought. */
  readonly said: Record<string, string> = {};
  /** Commands that failed, with what they said. */
  readonly failures: string[] = [];

  constructor(private readonly stack: Stack) {
    this.folder = join(stack.dataDir, 'desk');
    mkdirSync(join(this.folder, 'bin'), { recursive: true });
    writeFileSync(this.path('bin', 'st0r'), `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
    chmodSync(this.path('bin', 'st0r'), 0o755);
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Types a command, and `input` when it asks; a failure is remembered. */
  async type(command: string, input = ''): Promise<void> {
    const { failed, output } = await this.try(command, input);
    this.said[command] = output;
    if (failed) this.failures.push(`${command}: ${output}`);
  }

  /** The same for a command that may fail. */
  try(command: string, input = ''): Promise<Said> {
    const env = { ...this.stack.env, PATH: `${this.path('bin')}:${process.env['PATH'] ?? ''}` };
    return new Promise((resolve) => {
      const child = execFile('sh', ['-c', command], { cwd: this.folder, env }, (failure, out, error) =>
        resolve({ failed: failure !== null, output: `${out}${error}` }),
      );
      // A command that asks nothing may have ended before it is answered.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }
}
