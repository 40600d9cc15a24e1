import { execFile } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../../tools/journeys/stack.mjs';
import { untilSealed } from '../../../test/faults/damage';
import { Visitor } from '../../../test/faults/visitor';
import type { Finding } from './finding';

const SMTP_PASSWORD = 'sentinel/of the+mail server';
const NEVER = {
  'a password in a setting': SMTP_PASSWORD,
  'the name of a record': 'sentinel-firewall',
  'a secret of the vault': 'sentinel-hunter2',
  'a field the log does not know': 'sentinel-field',
  'a line that is not ours': 'sentinel-line',
  'an address of a person': 'olga@provider.example',
  'a token in a log line': 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzZW50aW5lbCJ9.c2VudGluZWw',
};

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ SMTP_URL: `smtp://post:${encodeURIComponent(SMTP_PASSWORD)}@127.0.0.1:9` });
  const owner = await Visitor.owner(stack);
  // The doctor looks for a worker, which is there once it has sealed.
  await untilSealed(stack, 60_000);
  await owner.addAsset(NEVER['the name of a record']);
  const fields = { username: 'root', password: NEVER['a secret of the vault'] };
  await owner.must('POST', '/credentials', { organisationId: owner.organisationId, name: 'Switch', fields });
});
afterAll(() => stack?.stop());

interface End {
  code: number;
  words: string;
}

/** An operator command run to its end, whatever that is. */
const st0r = (...words: string[]): Promise<End> =>
  new Promise((resolve) => {
    const options = { env: stack.env, maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, ['apps/api/dist/cli.js', ...words], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), words: stdout + stderr }),
    );
  });
const found = (words: string): Record<string, Finding> =>
  Object.fromEntries((JSON.parse(words) as Finding[]).map((one) => [one.name, one]));

describe('st0r doctor', () => {
  it('says of a product that works what it looked at, and ends well', async () => {
    const { code, words } = await st0r('doctor');
    expect(words).not.toMatch(/^WRONG/m);
    expect(code).toBe(0);
    for (const name of ['root keyring', 'secret files', 'names', 'database', 'schema', 'clock', 'seals', 'root keys'])
      expect(words).toMatch(new RegExp(`^ok    ${name}: `, 'm'));
    for (const name of ['worker', 'jobs', 'schedules', 'mail', 'redis', 'disk', 'search index', 'orphan files'])
      expect(words).toMatch(new RegExp(`^ok    ${name}: `, 'm'));
    expect(words).toMatch(/^WARN {2}recovery kit: There is none yet: st0r keys kit --out kit\.pdf$/m);
    expect(words).toMatch(/^WARN {2}backup: No backup was restored/m);
    expect(words).toMatch(/^ok {4}backup targets: Data: 0 at .*\/backups\. Keys: 0 at .*\/backup-keys\.$/m);
    expect(words).not.toContain(SMTP_PASSWORD);
  });

  it('ends with 2 for warnings when it is asked to be strict, and speaks to programs', async () => {
    const { code, words } = await st0r('doctor', '--strict', '--json');
    expect([code, found(words)['recovery kit']?.state]).toEqual([2, 'warning']);
  });

  it('ends with 1 and says what to do when a secret is open to others and no worker runs', async () => {
    const pepper = join(stack.env['SECRETS_DIR'] ?? '', 'pepper.key');
    chmodSync(pepper, 0o644);
    await stack.worker.stop();
    const { code, words } = await st0r('doctor', '--json');
    chmodSync(pepper, 0o600);
    stack.startWorker();
    expect(code).toBe(1);
    expect(found(words)['secret files']?.says).toBe(`${pepper} can be read by others (mode 644): chmod 600`);
    expect(found(words)['worker']).toMatchObject({ state: 'wrong', says: expect.stringContaining('st0r-worker') });
  });

  it('still looks at the machine when the database is away', async () => {
    await stack.database.stop();
    const { code, words } = await st0r('doctor');
    await stack.startDatabase();
    expect(code).toBe(1);
    expect(words).toMatch(/^WRONG database server: .+/m);
    expect(words).toMatch(/^ok {4}secret files: /m);
  });
});

describe('a support bundle', () => {
  const file = (): string => join(stack.dataDir, 'bundle.zip');
  let texts: Record<string, string>;
  beforeAll(async () => {
    const line = { level: 40, time: 't', msg: `${SMTP_PASSWORD} ${Object.values(NEVER).slice(5).join(' ')}` };
    const ours = JSON.stringify({ ...line, field: NEVER['a field the log does not know'] });
    appendFileSync(stack.api.log, `${ours}\n${NEVER['a line that is not ours']}\n`);
    expect(await st0r('support-bundle', '--out', file())).toMatchObject({ code: 0 });
    const files = Object.entries(unzipSync(readFileSync(file())));
    texts = Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
  });

  it('holds what somebody who helps wants to know', () => {
    const names = ['findings', 'jobs', 'schedules', 'schema', 'settings', 'status', 'tables'];
    expect(Object.keys(texts).sort()).toEqual(
      ['README.txt', ...names.map((name) => `${name}.json`), 'logs/main.log', 'logs/worker.log'].sort(),
    );
    const settings = JSON.parse(texts['settings.json'] ?? '') as Record<string, unknown>;
    expect([settings['SMTP_URL'], settings['REDIS_URL'], settings['DATABASE_POOL']]).toEqual(['(set)', '(not set)', 8]);
    expect(texts['logs/main.log']).toMatch(/"route":"\/api\/v1\/assets"/);
    expect(texts['logs/main.log']).toMatch(/lines that are not in our format were left out/);
    expect(found(texts['findings.json'] ?? '')['database']?.state).toBe('ok');
  });

  it.each(Object.entries(NEVER))('never holds %s, however it is written', (_what, sentinel) => {
    const whole = Object.values(texts).join('\n');
    const bytes = Buffer.from(sentinel);
    const base64 = bytes.toString('base64').replace(/=+$/, '');
    for (const spelling of [sentinel, encodeURIComponent(sentinel), base64, bytes.toString('hex')])
      expect(whole.includes(spelling)).toBe(false);
  });

  it('never holds a line of a secret file', () => {
    const folder = stack.env['SECRETS_DIR'] ?? '';
    const whole = Object.values(texts).join('\n');
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    const secrets = lines.map((line) => line.trim()).filter((line) => line.length >= 12);
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((line) => whole.includes(line))).toEqual([]);
  });

  it('is for its owner alone, and overwrites nothing', async () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const before = readFileSync(file());
    expect((await st0r('support-bundle', '--out', file())).code).toBe(1);
    expect(readFileSync(file()).equals(before)).toBe(true);
    rmSync(file());
    expect(existsSync(file())).toBe(false);
  });
});
