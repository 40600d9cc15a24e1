import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../../tools/start/port.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { endProcess } from '../../tools/workspace/processes.mjs';
import { run } from '../../tools/workspace/run.mjs';
import { databaseService } from './database-service.mjs';
import { parseCompose } from './compose-rules.mjs';
import { interpolated } from './interpolation.mjs';
import { copyOfRelease, startProgram } from './release.mjs';

const VARIABLES = {
  ST0R_VERSION: '1',
  ST0R_DOMAIN: 'st0r.example',
  ST0R_MARIADB_VERSION: '11',
  ST0R_FRONT: '127.0.0.1',
};
/** What may stay empty. */
const UNSET = ['smtp-url', 'backup-target', 'backup-safe-target'];
const UNUSED = { ST0R_VALKEY_VERSION: '1', ST0R_DRAWIO_VERSION: '1', ST0R_CLAMAV_VERSION: '1' };
const ROOT = process.getuid?.() === 0;

describe('the containers of compose.yml, as processes', () => {
  let release;
  let secrets;
  let database;
  let place;
  const running = [];
  beforeAll(async () => {
    release = await copyOfRelease(inject('release'));
    place = scratchFolder();
    secrets = join(place, 'secrets');
    mkdirSync(join(place, 'data'));
    const made = [];
    for (const words of [
      ['secrets', 'init'],
      ['database', 'passwords'],
    ])
      made.push(await startProgram(release, words, { env: { SECRETS_DIR: secrets } }).ended);
    expect(made.map(({ code, words }) => [code, code ? words : ''])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    for (const name of UNSET) writeFileSync(join(secrets, name), '');
    database = await databaseService(
      parseCompose(readFileSync(inRoot('docker', 'compose.yml'), 'utf8')).services.db,
      secrets,
    );
  });
  afterAll(async () => {
    for (const { child } of running) await endProcess(child.pid);
    await database?.stop();
  });

  /** What a service would see: its environment, and the secrets it was given and no others. */
  const serviceOf = (name, more) => {
    const text = interpolated(readFileSync(inRoot('docker', 'compose.yml'), 'utf8'), { ...VARIABLES, ...UNUSED });
    const service = parseCompose(text).services[name];
    const mounted = join(place, `secrets-of-${name}`);
    mkdirSync(mounted, { recursive: true });
    for (const secret of service.secrets ?? []) cpSync(join(secrets, secret), join(mounted, secret));
    const place2 = Object.fromEntries(
      Object.entries(service.environment).map(([key, value]) => [key, value.replace('/run/secrets', mounted)]),
    );
    const image = { NODE_ENV: 'production', HOST: '127.0.0.1', DATA_DIR: join(place, 'data'), SECRETS_DIR: mounted };
    const env = { ...image, WEB_ROOT: join(release, 'apps/web/dist'), ...place2, ...database.address, ...more };
    return { ...service, env };
  };
  const started = (name, more) => {
    const { command, env } = serviceOf(name, more);
    const program = startProgram(release, command, { env });
    running.push(program);
    return { ...program, env };
  };
  const healthy = async ({ env, words }, test) => {
    for (const until = Date.now() + 90_000; Date.now() < until; await sleep(250)) {
      const { code, words: said } = await startProgram(release, test.slice(2), { env }).ended;
      if (code === 0) return said.trim();
    }
    throw new Error(`never became healthy: ${words()}`);
  };

  it('carry production packages only, nothing of the build, and no map of the pages', () => {
    const packages = readdirSync(join(release, 'node_modules'));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) expect(existsSync(join(release, 'node_modules', name))).toBe(true);
    const left = ['vite', 'vitest', 'typescript', 'eslint', 'nx', 'playwright-core'].filter((name) =>
      packages.includes(name),
    );
    expect([Object.keys(devDependencies).length > 10, left]).toEqual([true, []]);
    expect(packages.filter((name) => /^node-(?:bin-)?(?:linux|darwin|win)/.test(name))).toEqual([]);
    const files = readdirSync(release, { recursive: true }).filter((name) => !name.startsWith('node_modules/'));
    expect(files.filter((name) => /\.(?:ts|tsx|spec\.mjs|trial\.mjs)$|\/test\//.test(name))).toEqual([]);
    expect(files.filter((name) => /^apps\/web\/.*\.map$/.test(name))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['VERSION', 'LICENSE', 'bin/st0r', 'apps/web/dist/index.html']));
  });

  it('keep every secret from everybody but their account', () => {
    for (const name of readdirSync(secrets))
      if (!UNSET.includes(name)) expect(statSync(join(secrets, name)).mode & 0o077).toBe(0);
    const declared = Object.keys(parseCompose(readFileSync(inRoot('docker', 'compose.yml'), 'utf8')).secrets);
    const made = readdirSync(secrets);
    expect(declared.filter((name) => !made.includes(name) && !name.startsWith('tls.'))).toEqual([]);
  });

  it('migrate, serve and work with the secrets each was given, database accounts included', async () => {
    const { code, words } = await started('migrate').ended;
    expect([code, code ? words : '']).toEqual([0, '']);
    expect(words).toContain('migrated: ');
    const again = await started('migrate').ended;
    expect([again.code, again.words.trim()]).toEqual([0, 'up to date']);

    const port = String(await freePort());
    const api = started('api', { PORT: port });
    expect(await healthy(api, serviceOf('api').healthcheck.test)).toBe('The API is ready.');
    const worker = started('worker');
    expect(await healthy(worker, serviceOf('worker').healthcheck.test)).toBe('The worker works.');

    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('strict-transport-security')]).toEqual([
      200,
      'max-age=31536000; includeSubDomains',
    ]);
    const link = await startProgram(release, ['setup-link'], { env: api.env }).ended;
    expect(link.words).toMatch(/^https:\/\/st0r\.example\/setup#token=/);
    const verified = await startProgram(release, ['audit', 'verify', '--json'], { env: worker.env }).ended;
    expect([verified.code, JSON.parse(verified.words).drift]).toEqual([0, []]);
  });

  it('stop in order when the engine says so, and are then unhealthy', async () => {
    const [api, worker] = running.slice(-2);
    const env = serviceOf('worker').env;
    for (const { child } of [worker, api]) child.kill('SIGTERM');
    expect([(await api.ended).code, (await worker.ended).code]).toEqual([0, 0]);
    expect((await startProgram(release, ['health', 'worker'], { env }).ended).code).toBe(1);
  });

  it.runIf(ROOT)('run as an account that the image makes and that may write its two folders only', async () => {
    const root = join(scratchFolder(), 'root');
    mkdirSync(join(root, 'etc'), { recursive: true });
    for (const name of ['passwd', 'group', 'shadow', 'gshadow']) writeFileSync(join(root, 'etc', name), '');
    chmodSync(join(root, 'etc'), 0o755);
    for (const time of ['first', 'second']) {
      const { code, output } = await run('sh', [inRoot('docker', 'user.sh'), root]);
      expect([time, code, code ? output : '']).toEqual([time, 0, '']);
    }
    expect(readFileSync(join(root, 'etc', 'passwd'), 'utf8')).toBe('st0r:x:10001:10001::/data:/usr/sbin/nologin\n');
    for (const folder of ['data', 'backups']) {
      const { uid, gid, mode } = statSync(join(root, folder));
      expect([uid, gid, mode & 0o777]).toEqual([10_001, 10_001, 0o700]);
    }
  });
});
