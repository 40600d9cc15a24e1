import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runProgram, type Call } from './program';

const folder = mkdtempSync(join(tmpdir(), 'clientst0r-program-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}
const run = (path: string, more: Partial<Call> = {}) =>
  runProgram({ path, args: [], timeoutMs: 60_000, maxBytes: 1_000_000, ...more });

/** A process nobody has waited for yet is dead, too. */
function lives(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a program of the machine', () => {
  it('gets its arguments letter by letter: no shell reads them', async () => {
    const args = ['a b', '; touch pwned', '$(touch pwned)', '`touch pwned`', '*', "'"];
    const { out, how, code } = await run(script('arguments', `for one in "$@"; do printf '%s\\n' "$one"; done`), {
      args,
      cwd: folder,
    });
    expect([how, code, out.trimEnd().split('\n')]).toEqual(['exit', 0, args]);
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('gets nothing of our environment', async () => {
    vi.stubEnv('DATABASE_PASSWORD', 'of the house');
    const { out } = await run(script('environment', 'env'), { env: { MINE: 'yes' } });
    vi.unstubAllEnvs();
    expect(out).toContain('MINE=yes');
    expect(out).not.toContain('of the house');
  });

  it('tells how it ended and what it said on both ways', async () => {
    const ended = await run(script('failing', 'echo out; echo err >&2; exit 3'));
    expect(ended).toEqual({ how: 'exit', code: 3, out: 'out\n', err: 'err\n' });
    expect(await run(join(folder, 'nobody'))).toMatchObject({ how: 'missing', code: null });
  });

  it('is ended when it takes too long', async () => {
    expect(await run(script('slow', 'sleep 600'), { timeoutMs: 200 })).toMatchObject({ how: 'too_slow', code: null });
  });

  it('is ended with what it started when it is not wanted any more', async () => {
    const child = join(folder, 'child');
    const stop = new AbortController();
    const path = script('parent', `sleep 600 & echo $! > '${child}.new' && mv '${child}.new' '${child}'; wait`);
    const ended = run(path, { signal: stop.signal });
    await vi.waitFor(() => expect(existsSync(child)).toBe(true), { timeout: 50_000 });
    stop.abort();
    expect(await ended).toMatchObject({ how: 'stopped', code: null });
    const pid = Number(readFileSync(child, 'utf8'));
    await vi.waitFor(() => expect(lives(pid)).toBe(false), { timeout: 50_000 });
    expect(await run(path, { signal: AbortSignal.abort() })).toMatchObject({ how: 'stopped', code: null });
  });

  it('is ended when it says more than is read', async () => {
    const ended = await run(script('loud', 'while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done'), {
      maxBytes: 10_000,
    });
    expect(ended).toMatchObject({ how: 'too_much', code: null });
    expect(ended.out.length).toBeLessThanOrEqual(10_000);
  });
});
