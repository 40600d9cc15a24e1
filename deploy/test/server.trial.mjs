import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  symlinkSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyOfRelease } from '../../docker/test/release.mjs';
import { startPrivateMariaDb } from '../../tools/mariadb/index.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { freePort } from '../../tools/start/port.mjs';
import { endProcess } from '../../tools/workspace/processes.mjs';
import { run } from '../../tools/workspace/run.mjs';
import { freshRoot } from './machine/fresh-root.mjs';
import { commandsOf } from './page.mjs';
import { startOf } from './unit-file.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';

const ROOT = process.getuid?.() === 0;

/** Everything of a folder that a second run must not touch: mode, owner, time, text or target. */
function pictureOf(root) {
  const names = readdirSync(root, { recursive: true }).filter((name) => !/^opt\/st0r\/releases\/[^/]+\//.test(name));
  return Object.fromEntries(
    names.sort().map((name) => {
      const { mode, uid, gid, mtimeMs } = lstatSync(join(root, name));
      const link = lstatSync(join(root, name)).isSymbolicLink() ? readlinkSync(join(root, name)) : '';
      return [name, `${mode.toString(8)} ${uid}:${gid} ${mtimeMs} ${link}`];
    }),
  );
}

const shell = async (command, cwd) => (await run('sh', ['-c', command], { cwd })).code === 0;
const unitsIn = (command) =>
  [...command.matchAll(/st0r-[a-z]+(?:\.(?:timer|socket|path))?/g)].map(([name]) =>
    name.includes('.') ? name : `${name}.service`,
  );

/** How each command of the page is followed here: [pattern, follow]; a command without one fails the test. */
const FOLLOWED = [
  [
    /^node tools\/release\.mjs /,
    ({ command }) => {
      const known = readFileSync(inRoot('tools', 'release.mjs'), 'utf8');
      return command.match(/--[a-z-]+/g).every((flag) => known.includes(`  ${flag} `));
    },
  ],
  [/^tar -xzf st0r-release/, ({ place }) => existsSync(join(place, 'st0r-release/deploy/install.sh'))],
  [/^st0r-release\/deploy\/install\.sh/, ({ command, place, fresh }) => shell(`${command} --root ${fresh}`, place)],
  [
    /^(?:systemctl|journalctl) .*st0r-/,
    ({ command }) => unitsIn(command).every((name) => existsSync(inRoot('deploy/systemd', name))),
  ],
  [/^systemctl daemon-reload$/, () => true],
  [
    /^st0r (?:doctor|health|audit verify)$/,
    ({ command, release }) => shell(`bin/st0r help ${command.split(' ')[1].replace('health', '')}`, release),
  ],
  [/^rm -r /, ({ command, fresh }) => shell(command.replaceAll(' /', ` ${fresh}/`), fresh)],
];

describe.runIf(ROOT)('deploy/install.sh', () => {
  let release;
  let root;
  beforeAll(async () => {
    release = await copyOfRelease(inject('release'), { withNode: true });
    root = freshRoot();
  });
  const install = (...args) => run('sh', [join(release, 'deploy/install.sh'), '--root', root, ...args]);
  const seen = (path) => {
    const { mode, uid } = lstatSync(join(root, path));
    return [(mode & 0o777).toString(8), uid];
  };

  it('changes nothing in a dry run, and says what it would do', async () => {
    const before = pictureOf(root);
    const { code, output } = await install('--domain', 'st0r.test', '--dry-run');
    expect([code, code ? output : '']).toEqual([0, '']);
    expect(output).toMatch(/would make the account st0r[\s\S]*would create the keys[\s\S]*Nothing was changed\./);
    expect(pictureOf(root)).toEqual(before);
  });

  it('lays an installation whose secrets belong to root alone', async () => {
    const { code, output } = await install('--domain', 'st0r.test');
    expect([code, code ? output : '']).toEqual([0, '']);
    const secrets = readdirSync(join(root, 'etc/st0r/secrets'));
    expect(secrets.length).toBeGreaterThan(8);
    for (const name of secrets) expect([name, ...seen(`etc/st0r/secrets/${name}`)]).toEqual([name, '600', 0]);
    expect(seen('etc/st0r/secrets')).toEqual(['700', 0]);
    expect(seen('etc/st0r/tls/key.pem')).toEqual(['600', 0]);
    expect(readFileSync(join(root, 'etc/st0r/st0r.env'), 'utf8')).toMatch(/^PUBLIC_URL=https:\/\/st0r\.test$/m);
    expect(readFileSync(join(root, 'etc/st0r/st0r.env'), 'utf8')).not.toMatch(/PASSWORD|SECRET/);
    for (const unit of ['st0r-api', 'st0r-worker'])
      expect(lstatSync(join(root, `etc/systemd/system/multi-user.target.wants/${unit}.service`)).isSymbolicLink()).toBe(
        true,
      );
    expect(existsSync(join(root, 'etc/nginx/sites-enabled/default'))).toBe(false);
  });

  it('X09 gives the service account no shell, no home, no password and nothing through sudo', () => {
    const [name, , uid, , , home, shell] = /^st0r:.*$/m
      .exec(readFileSync(join(root, 'etc/passwd'), 'utf8'))[0]
      .split(':');
    expect([name, Number(uid) < 1000, home, shell]).toEqual(['st0r', true, '/var/lib/st0r', '/usr/sbin/nologin']);
    expect(readFileSync(join(root, 'etc/shadow'), 'utf8')).toMatch(/^st0r:!/m);
    expect(readFileSync(join(root, 'etc/group'), 'utf8')).not.toMatch(/^(?!st0r:).*\bst0r\b/m);
    expect(readdirSync(join(root, 'etc')).filter((one) => one.startsWith('sudoers'))).toEqual([]);
  });

  it('run again, finds everything as it should be and touches nothing', async () => {
    const before = pictureOf(root);
    const { code, output } = await install();
    expect([code, output.trim()]).toEqual([0, 'Everything was as it should be.']);
    expect(pictureOf(root)).toEqual(before);
  });

  it('leaves disabled what an operator disabled', async () => {
    const wants = (unit, target) => join(root, `etc/systemd/system/${target}.target.wants/${unit}`);
    const links = [wants('st0r-backup.timer', 'timers'), wants('st0r-api.service', 'multi-user')];
    const targets = links.map((link) => readlinkSync(link));
    for (const link of links) rmSync(link);
    const { output } = await install();
    expect(output.trim()).toBe('Everything was as it should be.');
    expect(links.filter((link) => lstatSync(link, { throwIfNoEntry: false }))).toEqual([]);
    links.forEach((link, at) => symlinkSync(targets[at], link));
  });

  it('keeps what an operator changed, and mends what nobody should', async () => {
    const ours = join(root, 'etc/nginx/st0r/headers.conf');
    const theirs = join(root, 'etc/nginx/st0r/local/real-ip.conf');
    writeFileSync(ours, '# gone\n');
    writeFileSync(theirs, 'set_real_ip_from 192.0.2.1;\n');
    chmodSync(join(root, 'etc/st0r/secrets'), 0o755);
    const { output } = await install();
    expect(output).toContain('2 things were done.');
    expect(readFileSync(ours, 'utf8')).toContain('Content-Security-Policy');
    expect(readFileSync(theirs, 'utf8')).toBe('set_real_ip_from 192.0.2.1;\n');
    expect(seen('etc/st0r/secrets')).toEqual(['700', 0]);
  });

  it.each([
    ['without a name', [], 'Under which name will people come?'],
    ['a name that is none', ['--domain', 'not a name'], '"not a name" is not a name of a site.'],
    ['a certificate without its key', ['--domain', 'st0r.test', '--certificate', '/x.pem'], 'belong together'],
    ['a word it does not know', ['--force'], '--dry-run'],
  ])('refuses %s before it changes anything', async (_name, words, sentence) => {
    const fresh = freshRoot();
    const before = pictureOf(fresh);
    const { code, output } = await run('sh', [join(release, 'deploy/install.sh'), '--root', fresh, ...words]);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expect(pictureOf(fresh)).toEqual(before);
  });

  it.each([
    ['Debian 13', 'ID=debian\nVERSION_ID="13"\n', 0],
    ['Ubuntu 24.04', 'ID=ubuntu\nVERSION_ID="24.04"\n', 0],
    ['Debian 11', 'PRETTY_NAME="Debian 11"\nID=debian\nVERSION_ID="11"\n', 1],
    ['Fedora', 'PRETTY_NAME="Fedora"\nID=fedora\nVERSION_ID=42\n', 1],
  ])('knows %s', async (_name, text, code) => {
    const fresh = freshRoot(text);
    const words = ['--root', fresh, '--domain', 'st0r.test', '--dry-run'];
    expect((await run('sh', [join(release, 'deploy/install.sh'), ...words])).code).toBe(code);
  });

  it('lays nothing of MariaDB on a further node, whose settings and secrets come from the first', async () => {
    const node = freshRoot();
    mkdirSync(join(node, 'etc/st0r'), { recursive: true });
    cpSync(join(root, 'etc/st0r/secrets'), join(node, 'etc/st0r/secrets'), { recursive: true });
    const settings = readFileSync(join(root, 'etc/st0r/st0r.env'), 'utf8').replace(
      /^DATABASE_SOCKET=.*$/m,
      'DATABASE_HOST=10.0.0.11',
    );
    writeFileSync(join(node, 'etc/st0r/st0r.env'), settings);
    const { code, output } = await run('sh', [join(release, 'deploy/install.sh'), '--root', node]);
    expect([code, code ? output : '']).toEqual([0, '']);
    expect(output).not.toMatch(/MariaDB|create the keys|passwords/);
    expect(existsSync(join(node, 'etc/mysql'))).toBe(false);
    expect(readFileSync(join(node, 'etc/st0r/st0r.env'), 'utf8')).toBe(settings);
    const same = (name) => readFileSync(join(node, name), 'utf8') === readFileSync(join(root, name), 'utf8');
    expect(same('etc/st0r/secrets/keyring.json') && same('etc/st0r/secrets/token-signing.key')).toBe(true);
  });

  it('X09 hardens each service to an exposure of 2.0 or less', async () => {
    const folder = join(root, 'etc/systemd/system');
    const services = readdirSync(folder).filter((name) => /^st0r-.*\.service$/.test(name));
    expect(services.length).toBeGreaterThan(3);
    for (const name of services) {
      const { code, output } = await run('systemd-analyze', [
        'security',
        '--offline=true',
        '--threshold=20',
        join(folder, name),
      ]);
      expect([name, code, code ? output.slice(-200) : '']).toEqual([name, 0, '']);
    }
  });

  it('is what the page says, followed as far as a folder can follow', async () => {
    const place = scratchFolder();
    const fresh = freshRoot();
    for (const [from, to] of [
      ['chain', 'fullchain'],
      ['key', 'privkey'],
    ])
      cpSync(join(root, `etc/st0r/tls/${from}.pem`), join(place, `${to}.pem`));
    symlinkSync(release, join(place, 'st0r-release'));
    const unknown = [];
    for (const command of commandsOf('how-to/install-on-a-server.md')) {
      const follow = FOLLOWED.find(([pattern]) => pattern.test(command))?.[1];
      if (!follow) unknown.push(command);
      else expect([command, await follow({ command, place, fresh, release })]).toEqual([command, true]);
    }
    expect(unknown).toEqual([]);
    expect(existsSync(join(fresh, 'opt/st0r'))).toBe(false);
    expect(existsSync(join(fresh, 'etc/st0r/secrets/keyring.json'))).toBe(true);
  });

  describe('the services it laid', () => {
    const running = [];
    let database;
    let account;
    const start = (unit, more = {}) => {
      const folder = join(root, 'run', unit);
      const { command, env } = startOf(root, unit, folder);
      for (const name of ['', ...readdirSync(folder)]) chownSync(join(folder, name), account.uid, account.gid);
      const place = { DATA_DIR: join(root, 'var/lib/st0r'), WEB_ROOT: join(root, 'opt/st0r/current/apps/web/dist') };
      const child = spawn(command[0], command.slice(1), {
        ...{ cwd: place.DATA_DIR, env: { ...env, ...place, DATABASE_SOCKET: database.socket, ...more }, ...account },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let words = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
      running.push(child);
      return {
        child,
        ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, words }))),
        words: () => words,
      };
    };
    beforeAll(async () => {
      const [, , uid, gid] = /^st0r:.*$/m.exec(readFileSync(join(root, 'etc/passwd'), 'utf8'))[0].split(':');
      account = { uid: Number(uid), gid: Number(gid) };
      database = await startPrivateMariaDb({
        dataDir: join(scratchFolder(), 'mariadb'),
        memory: 'test',
        rootPassword: 'of this trial',
      });
      for (const path of ['var', 'var/lib', 'run', 'opt', 'opt/st0r', 'opt/st0r/releases'])
        mkdirSync(join(root, path), { recursive: true });
    });
    afterAll(async () => {
      for (const child of running) await endProcess(child.pid);
      await database?.stop();
    });

    it('get their three accounts from the statements of the product', async () => {
      const env = { SECRETS_DIR: join(root, 'etc/st0r/secrets'), DATABASE_NAME: 'st0r' };
      for (const [prefix, role] of [
        ['', 'application'],
        ['MIGRATION_', 'migration'],
        ['RETENTION_', 'retention'],
      ]) {
        env[`${prefix}DATABASE_USER`] = `st0r_${role}`;
        env[`${prefix}DATABASE_PASSWORD_FILE`] = join(env.SECRETS_DIR, `database-${role}`);
      }
      const { code, output } = await run(join(release, 'bin/st0r'), ['database', 'accounts'], { env });
      expect(code).toBe(0);
      const connection = await createConnection({
        socketPath: database.socket,
        user: 'root',
        password: 'of this trial',
      });
      for (const statement of output.trim().split(/;\n/)) await connection.query(statement);
      const [rows] = await connection.query(
        "SELECT user AS name, host AS place FROM mysql.user WHERE user LIKE 'st0r%' ORDER BY user",
      );
      await connection.end();
      expect(rows.map(({ name, place }) => `${name}@${place}`)).toEqual([
        'st0r_application@localhost',
        'st0r_migration@localhost',
        'st0r_retention@localhost',
      ]);
    });

    it('migrate, serve and seal under the service account, with what systemd would hand them and nothing else', async () => {
      const migrated = await start('st0r-migrate.service').ended;
      expect([migrated.code, migrated.code ? migrated.words : '']).toEqual([0, '']);
      const port = String(await freePort());
      const api = start('st0r-api.service', { PORT: port });
      const worker = start('st0r-worker.service', { PORT: port });
      const ready = async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.status;
      for (const until = Date.now() + 90_000; (await ready()) !== 200; await sleep(200))
        if (Date.now() > until || api.child.exitCode !== null) throw new Error(api.words());
      // The worker beats once it works; before that it is not the one that ends when it is told to.
      const hearts = join(root, 'var/lib/st0r/run');
      const beats = () => existsSync(hearts) && readdirSync(hearts).some((name) => /^worker\..*\.alive$/.test(name));
      for (const until = Date.now() + 90_000; !beats(); await sleep(200))
        if (Date.now() > until || worker.child.exitCode !== null) throw new Error(worker.words());
      for (const { child } of [api, worker]) child.kill('SIGTERM');
      expect([(await api.ended).code, (await worker.ended).code]).toEqual([0, 0]);
    });
  });
});
