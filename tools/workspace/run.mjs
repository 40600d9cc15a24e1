import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const KEPT_OUTPUT = 200_000;
const running = new Set();

/** Ends the programs that run now, for a caller that is asked to stop. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a program to its end and answers { code, output }; never throws for a bad exit code.
 * `inherit: true` shows its output instead of collecting it; `tee: true` does both.
 */
export function run(command, args, options = {}) {
  const { inherit = false, tee = false, input, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const stdio = inherit ? 'inherit' : [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd: ROOT, ...spawnOptions, stdio });
    let output = '';
    const collect = (target) => (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      if (tee) target.write(chunk);
    };
    child.stdout?.on('data', collect(process.stdout));
    child.stderr?.on('data', collect(process.stderr));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    running.add(child);
    child.on('error', reject);
    child.on('close', () => running.delete(child));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** The last lines of a program's output, for an error message. */
export const tail = (text, lines = 15) => text.trimEnd().split('\n').slice(-lines);
