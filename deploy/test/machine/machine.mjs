import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startPrivateMariaDb } from '../../../tools/mariadb/index.mjs';
import { scratchFolder } from '../../../tools/mariadb/scratch.mjs';
import { freePort } from '../../../tools/start/port.mjs';
import { inRoot } from '../../../tools/workspace/paths.mjs';
import { endProcess } from '../../../tools/workspace/processes.mjs';
import { run } from '../../../tools/workspace/run.mjs';
import { freshRoot } from './fresh-root.mjs';
import { enter } from './inside.mjs';

const DOMAIN = 'st0r.test';
const PASSWORD = 'of this machine';

/** True where a process may lay file systems of its own over those of this machine: tried, as containers differ. */
export function canOverlay() {
  if (process.getuid?.() !== 0) return false;
  const folder = scratchFolder();
  const [upper, work] = ['upper', 'work'].map((name) => join(folder, name));
  for (const one of [upper, work]) mkdirSync(one);
  const mount = `mount -t overlay overlay -o lowerdir=/etc,upperdir=${upper},workdir=${work} /etc`;
  const words = ['--mount', '--propagation=private', 'sh', '-ec', mount];
  const { status } = spawnSync('unshare', words, { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

/**
 * A server somebody sits in front of: this machine with /etc, /opt, /var, /run and /usr/local of its own, on which the
 * installer laid a release. Without systemd; systemctl.mjs stands for it.
 */
export class Machine {
  constructor(root, parts) {
    Object.assign(this, { root }, parts);
  }

  /** Lays a release on a fresh machine, with a MariaDB beside it whose accounts the product itself named. */
  static async installed(release) {
    const root = freshRoot();
    const laid = await run('sh', [join(release, 'deploy/install.sh'), '--root', root, '--domain', DOMAIN]);
    if (laid.code !== 0) throw new Error(laid.output);
    const database = await startPrivateMariaDb({
      dataDir: join(scratchFolder(), 'mariadb'),
      memory: 'test',
      rootPassword: PASSWORD,
    });
    const port = await freePort();
    settle(root, { DATABASE_SOCKET: database.socket, PORT: String(port), METRICS_PORT: '', WORKER_METRICS_PORT: '' });
    layCommands(root);
    const machine = new Machine(root, { database, port, inside: await enter(root) });
    await machine.makeAccounts();
    return machine;
  }

  /** Where something of the machine lies for those outside. */
  path = (path) => join(this.root, path);

  /** Types a command there; answers { code, output }. `cwd` is a folder both see. */
  type(command, { cwd = '/', input = '' } = {}) {
    const words = [...this.inside.words, '--', 'sh', '-c', `cd ${cwd} && ${command}`];
    const env = { PATH: `/usr/local/bin:${join(process.execPath, '..')}:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: '/root' };
    return run('nsenter', words, { env, input });
  }

  /** The same for what must succeed; answers what was said. */
  async must(command, options) {
    const { code, output } = await this.type(command, options);
    if (code !== 0) throw new Error(`${command}: ${output}${this.#logs()}`);
    return output;
  }

  /** Status of /health/ready; undefined when nobody answers. */
  async ready() {
    return (await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined))?.status;
  }

  /** Rows of a statement, as the administrator of the database. */
  async rows(text) {
    const connection = await this.#administrator('st0r');
    const [rows] = await connection.query(text);
    await connection.end();
    return rows;
  }

  async makeAccounts() {
    const connection = await this.#administrator();
    const statements = await this.must('st0r database accounts');
    for (const statement of statements.trim().split(/;\n/)) await connection.query(statement);
    await connection.end();
  }

  async stop() {
    const notes = this.path('run/units');
    const pids = existsSync(notes)
      ? readdirSync(notes).map((name) => Number(readFileSync(join(notes, name), 'utf8')))
      : [];
    await Promise.all(pids.map((pid) => endProcess(pid)));
    await this.inside.end();
    await this.database.stop();
  }

  #administrator(database) {
    return createConnection({ socketPath: this.database.socket, user: 'root', password: PASSWORD, database });
  }

  /** What the services complained about last. */
  #logs() {
    const logs = readdirSync(this.path('var/log')).filter((name) => /^st0r-.*\.log$/.test(name));
    const complaints = (name) =>
      readFileSync(this.path(`var/log/${name}`), 'utf8')
        .split('\n')
        .filter((line) => line && !/^\{"level":[123]0/.test(line))
        .map((line) => line.slice(0, 400));
    return logs.map((name) => `\n${name}: ${complaints(name).slice(-5).join('\n')}`).join('');
  }
}

function settle(root, settings) {
  const file = join(root, 'etc/st0r/st0r.env');
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = lines.filter((line) => !(line.split('=')[0] in settings));
  const set = Object.entries(settings).flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]));
  writeFileSync(file, [...kept, ...set, ''].join('\n'));
}

/** What the machine has not: systemd with its journal, and the lines to other machines. */
function layCommands(root) {
  const lay = (name, text) => writeFileSync(join(root, 'usr/local/bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  mkdirSync(join(root, 'usr/local/bin'), { recursive: true });
  lay('systemctl', `exec '${process.execPath}' '${inRoot('deploy/test/machine/systemctl.mjs')}' "$@"`);
  lay('journalctl', `exec cat "/var/log/\${2:-st0r}.service.log"`);
  // root@machine:/folder/ is this machine's own.
  lay('scp', `for last; do :; done; exec cp "$1" "\${last#*:}"`);
}
