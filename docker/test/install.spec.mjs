import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { commandsOf } from '../../deploy/test/page.mjs';
import { run } from '../../tools/workspace/run.mjs';

// Stands for the engine: notes what it is asked, and makes what the product would make.
const DOCKER = `#!/bin/sh
echo "$*" >>"$LOG"
case "$*" in
  *'secrets init') for name in keyring.json token-signing.key checkpoint-signing.key pepper.key audit-mac.key; do
    [ -f secrets/$name ] || { echo made >secrets/$name; chmod 600 secrets/$name; }; done ;;
  *'database passwords') for role in root migration application retention; do
    [ -f secrets/database-$role ] || { echo made >secrets/database-$role; chmod 600 secrets/database-$role; }; done ;;
  *'setup-link') echo 'https://st0r.test/setup#token=once' ;;
esac
`;
const ROOT = process.getuid?.() === 0;

describe('docker/install.sh', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'st0r-compose-'));
    for (const name of ['install.sh', '.env.example']) cpSync(inRoot('docker', name), join(folder, 'docker', name));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin', 'docker'), DOCKER);
    chmodSync(join(folder, 'bin', 'docker'), 0o755);
    writeFileSync(join(folder, 'meminfo'), 'MemTotal:        4000000 kB\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const here = (...parts) => join(folder, 'docker', ...parts);
  const install = (args = [], env = {}) => {
    const path = `${join(folder, 'bin')}:${process.env.PATH}`;
    const known = { PATH: path, LOG: join(folder, 'log'), ST0R_MEMINFO: join(folder, 'meminfo') };
    return run('sh', [here('install.sh'), ...args], { env: { ...process.env, ...known, ...env } });
  };
  const asked = () =>
    existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [];
  const named = () =>
    writeFileSync(here('.env'), readFileSync(here('.env.example'), 'utf8').replace('st0r.example.com', 'st0r.test'));

  it('asks who you are before it does anything', async () => {
    const first = await install();
    expect([first.code, first.output]).toEqual([1, expect.stringContaining('Say in docker/.env who you are')]);
    const second = await install();
    expect([second.code, second.output]).toEqual([
      1,
      expect.stringContaining('ST0R_DOMAIN in docker/.env is "st0r.example.com"'),
    ]);
    expect(asked().filter((words) => /^compose (?:build|up|run)/.test(words))).toEqual([]);
  });

  it('changes nothing in a dry run, and says what it would do', async () => {
    named();
    const before = readdirSync(here()).sort();
    const { code, output } = await install(['--dry-run']);
    expect([code, readdirSync(here()).sort()]).toEqual([0, before]);
    expect(output).toContain('would: create the keys that are missing');
    expect(asked().filter((words) => /^compose (?:build|up|run)/.test(words))).toEqual([]);
  });

  it.runIf(ROOT)(
    'makes secrets for the account of the containers, starts, and prints the link; again, it keeps all',
    async () => {
      named();
      const first = await install();
      expect([first.code, first.code ? first.output : '']).toEqual([0, '']);
      expect(first.output).toContain('https://st0r.test/setup#token=once');
      expect(asked().filter((words) => /^compose (?:build|up|run)/.test(words))).toEqual([
        'compose build',
        'compose run --rm operator secrets init',
        'compose run --rm operator database passwords',
        'compose up --detach --wait',
      ]);
      const { uid, mode } = statSync(here('secrets'));
      expect([uid, mode & 0o777]).toEqual([10_001, 0o700]);
      for (const name of ['tls.key', 'tls.crt', 'smtp-url', 'backup-target', 'backup-safe-target']) {
        const file = statSync(here('secrets', name));
        expect([name, file.uid, file.mode & 0o777]).toEqual([name, 10_001, 0o600]);
      }
      expect(readFileSync(here('site', 'names.conf'), 'utf8')).toBe('server_name st0r.test;\n');
      const kept = readFileSync(here('secrets', 'tls.crt'), 'utf8');
      expect((await install()).code).toBe(0);
      expect(readFileSync(here('secrets', 'tls.crt'), 'utf8')).toBe(kept);
    },
  );

  it.runIf(ROOT)('lets nginx believe the one load balancer that was named', async () => {
    named();
    writeFileSync(here('.env'), `${readFileSync(here('.env'), 'utf8')}ST0R_REAL_IP_FROM=192.0.2.10\n`);
    await install();
    expect(readFileSync(here('site', 'real-ip.conf'), 'utf8')).toContain('set_real_ip_from 192.0.2.10;');
  });

  it.runIf(ROOT)('is what the page says, followed word by word', async () => {
    for (const name of ['fullchain.pem', 'privkey.pem', 'smtp-url']) writeFileSync(join(folder, name), `${name}\n`);
    const words = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, LOG: join(folder, 'log') };
    const env = { ...process.env, ...words, ST0R_MEMINFO: join(folder, 'meminfo') };
    const commands = commandsOf('how-to/install-with-compose.md').filter((one) => !one.startsWith('cd '));
    for (const command of commands) {
      const moved = command.replace(/ (fullchain\.pem|privkey\.pem|smtp-url) secrets/, ` ${folder}/$1 secrets`);
      const { code, output } = await run('sh', ['-c', moved], { cwd: here(), env });
      expect([command, code, code ? output : '']).toEqual([command, 0, '']);
      if (command.startsWith('cp ')) named();
    }
    expect(commands.length).toBeGreaterThan(10);
    expect(readFileSync(here('secrets', 'tls.crt'), 'utf8')).toBe('fullchain.pem\n');
    expect(statSync(here('secrets', 'tls.key')).uid).toBe(10_001);
    const services = ['api', 'worker', 'web'];
    for (const asked of readFileSync(join(folder, 'log'), 'utf8')
      .split('\n')
      .filter((one) => /(?:exec|restart) /.test(one)))
      expect(services.some((name) => asked.split(' ').includes(name))).toBe(true);
  });

  it('stops on a machine too small, and for a word it does not know', async () => {
    named();
    writeFileSync(join(folder, 'meminfo'), 'MemTotal:        1000000 kB\n');
    expect((await install()).output).toContain('need 2 GB');
    expect((await install(['--force'])).code).toBe(2);
  });
});
