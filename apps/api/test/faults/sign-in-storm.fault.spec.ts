import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { rowsOf, runs } from './damage';
import { ask, Visitor, type WireAnswer } from './visitor';

/** Sign-ins that are under way at the same time: more than are hashed and more than may wait. */
const AT_ONCE = 250;
const WAVES = 2;
const MEBIBYTES = 512;
/** What V8 may keep; hashes hold their memory outside of it. */
const HEAP_MEBIBYTES = 192;

/** The most memory the process ever held, in MiB. */
const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** As the API's document describes it, for whoever writes a program of their own. */
function solved({ challenge, bits, bytes }: { challenge: string; bits: number; bytes: number }): object {
  const text = Buffer.alloc(bytes);
  text.write(challenge, 4, 'ascii');
  for (let answer = 0; ; answer += 1) {
    text.writeUInt32BE(answer);
    if (createHash('sha256').update(text).digest().readUInt32BE() < 2 ** (32 - bits)) return { challenge, answer };
  }
}

describe('A14 X06 a storm of sign-ins against a process with little memory', () => {
  let stack: Stack;
  let owner: Visitor;
  let storm: WireAnswer[];
  let meanwhile: number[];
  let pid: number;
  beforeAll(async () => {
    // Whoever is behind a proxy has an address of their own here; this is how a test comes from many.
    stack = await startStack({
      TRUSTED_PROXIES: '127.0.0.1/32',
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MEBIBYTES}`,
    });
    owner = await Visitor.owner(stack);
    // From here on this browser is known.
    expect((await owner.signIn(30)).body).toEqual({ state: 'signed_in' });
    pid = stack.api.pid;
    storm = [];
    meanwhile = [];
    let raging = true;
    const work = (async () => {
      // Somebody goes on working, one request after the other.
      while (raging) {
        meanwhile.push((await owner.call('GET', '/assets?limit=5')).status);
        meanwhile.push((await owner.addAsset(`in the storm ${meanwhile.length}`)).status);
      }
    })();
    for (let wave = 0; wave < WAVES; wave += 1)
      storm.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => guess(wave * AT_ONCE + at)))));
    raging = false;
    await work;
  }, 600_000);
  afterAll(() => stack?.stop());

  /** A wrong password for an account of its own, from an address of its own. */
  const guess = (at: number): Promise<WireAnswer> =>
    ask(`${stack.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'x-forwarded-for': `198.18.${at >> 8}.${at & 255}` },
      body: { email: `nobody${at}@provider.example`, password: 'wrong wrong wrong' },
    });

  it('answers each of them: refused, told to come back, or asked for a puzzle once it is known as an attack', () => {
    expect(storm).toHaveLength(AT_ONCE * WAVES);
    const codes = new Set(storm.map(({ status, body }) => `${status} ${body.code}`));
    expect(codes).toContain('401 auth.refused');
    expect(
      [...codes].filter((code) => !['401 auth.refused', '428 auth.work_needed', '503 sign_in.busy'].includes(code)),
    ).toEqual([]);
  });

  it('lets a bounded number wait, and says when to come back to all others', () => {
    const busy = storm.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect(busy.every(({ body }) => body.retryable === true)).toBe(true);
  });

  it('keeps nobody waiting who is signed in', () => {
    expect(meanwhile.filter((status) => status !== 200 && status !== 201)).toEqual([]);
    expect(meanwhile.length).toBeGreaterThan(10);
  });

  it('X06 ends no process: it is the same one, and held less than 512 MiB at any time', async () => {
    expect(await runs(stack.api)).toBe(true);
    expect(stack.api.pid).toBe(pid);
    expect(peakOf(pid)).toBeLessThan(MEBIBYTES);
  });

  it('lets people sign in afterwards: on a known device as ever, on another one after some computing', async () => {
    // However slow this machine is, from here on it is an attack.
    await rowsOf(
      stack,
      'INSERT INTO sign_in_pressure VALUES (UNIX_TIMESTAMP() DIV 60, 5000, 0, 0, 0) ON DUPLICATE KEY UPDATE failures = 5000',
    );
    await sleep(1_100);
    const freshCodes = (): Promise<unknown> => rowsOf(stack, 'UPDATE user_totp SET last_step = 0');
    await freshCodes();
    expect((await owner.signIn(0, { known: true })).body).toEqual({ state: 'signed_in' });
    expect((await owner.call('GET', '/me')).status).toBe(200);
    await freshCodes();
    const elsewhere = new Visitor(stack.url).as(owner);
    const { status, body } = await elsewhere.signIn();
    expect([status, body.code]).toEqual([428, 'auth.work_needed']);
    expect((await elsewhere.signIn(0, { work: solved(body.params) })).body).toEqual({ state: 'signed_in' });
  });
});
