import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOrInstallServer } from '../../../tools/mariadb/index.mjs';
import { sshdFolder } from '../../../tools/ssh/sshd.mjs';
import { unpackedPackage } from '../../../tools/suite/unpacked.mjs';
import { inRoot } from '../../../tools/workspace/paths.mjs';
import { run } from '../../../tools/workspace/run.mjs';
import { freshRoot } from './fresh-root.mjs';
import { enter } from './inside.mjs';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ACCOUNTS = { mysql: 101, sshd: 102, nobody: 65_534 };
const UNITS = {
  mariadb: [
    ...['Type=exec', 'User=mysql', 'RuntimeDirectory=mysqld', 'ExecStart=/usr/sbin/mariadbd'],
    'ExecStartPost=sh -c "until [ -S /run/mysqld/mysqld.sock ]; do sleep 0.05; done"',
  ],
  ssh: ['Type=exec', 'RuntimeDirectory=sshd', 'ExecStart=/usr/sbin/sshd -D -e'],
  fail2ban: ['Type=oneshot', 'ExecStart=true'],
};
const SSHD = `HostKey /etc/ssh/host_key
PermitRootLogin prohibit-password
UsePAM no
PidFile none
Subsystem sftp internal-sftp
`;
/** What of this machine's own must not show through. */
const NOT_OURS = [
  '/etc/nginx',
  '/etc/mysql/mariadb.conf.d/*',
  '/var/lib/mysql',
  '/var/log/nginx',
  '/root/.ssh',
  '/root/.my.cnf',
];

/**
 * A server in a network of its own, with a firewall that is closed: Debian's nginx, MariaDB and sshd as Debian starts them,
 * and an installer that finds all packages there and a systemd, for which systemctl.mjs stands. dpkg-query and ufw are stood
 * in for as well, and fail2ban does nothing.
 */
export class Server {
  constructor(root, name, inside) {
    Object.assign(this, { root, name, inside });
  }

  /** A fresh server of this name; `hosts` is what its /etc/hosts says besides, `database` whether MariaDB is there. */
  static async fresh(name, { hosts = '', database = false } = {}) {
    const root = freshRoot();
    const server = new Server(root, name, await enter(root, { apart: name }));
    try {
      await server.#furnish({ hosts, database });
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Where something of the server lies for those outside; not what is in /run. */
  path = (path) => join(this.root, path);

  /** Types a command there, as root at home; answers { code, output }. */
  type(command, { input = '' } = {}) {
    const env = { PATH, HOME: '/root', LANG: 'C.UTF-8' };
    return run('nsenter', [...this.inside.words, '--', 'sh', '-c', `cd /root && ${command}`], { env, input });
  }

  /** The same for what must succeed; answers what was said. */
  async must(command, options) {
    const { code, output } = await this.type(command, options);
    if (code === 0) return output;
    const { output: logs } = await this.type('tail -n 6 /var/log/*.service.log /var/log/nginx/error.log | cut -c1-400');
    throw new Error(`${this.name}: ${command}: ${output}\n${logs}`);
  }

  /** Writes a file there. */
  async write(path, text, { mode = '644' } = {}) {
    await this.must(`mkdir -p ${dirname(path)} && cat >${path} && chmod ${mode} ${path}`, { input: text });
  }

  async stop() {
    await this.inside.end();
    // Each holds a release of half a gigabyte, often in memory.
    rmSync(dirname(this.root), { recursive: true, force: true });
  }

  async #furnish({ hosts, database }) {
    const [nginx, common, sshd] = [
      await unpackedPackage('nginx', 'usr/sbin/nginx'),
      await unpackedPackage('nginx-common'),
      await sshdFolder(),
    ];
    const accounts = Object.entries(ACCOUNTS).flatMap(([name, id]) => [
      `echo '${name}:x:${id}:${id}::/nonexistent:/usr/sbin/nologin' >>/etc/passwd`,
      `echo '${name}:x:${id}:' >>/etc/group`,
    ]);
    const steps = [
      `rm -rf ${NOT_OURS.join(' ')}`,
      ...accounts,
      `cp -r ${common}/etc/nginx /etc/nginx && mkdir -p /var/log/nginx /var/lib/nginx`,
      'ln -sf ../sites-available/default /etc/nginx/sites-enabled/default',
      `cp ${nginx}/usr/sbin/nginx ${sshd}/usr/sbin/sshd /usr/sbin/`,
      `mkdir -p /etc/systemd/system /run/systemd/system && cp ${common}/lib/systemd/system/nginx.service /etc/systemd/system/`,
      'rm -f /etc/ssh/host_key && ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/host_key',
      // Without a password that would be known, and not locked: keys let root in.
      "mkdir -m 700 /root/.ssh && echo 'root:*:20000::::::' >>/etc/shadow",
    ];
    await this.must(steps.join('\n'));
    await this.#layCommands();
    await this.write('/etc/hosts', `127.0.0.1 localhost\n${hosts}\n`);
    await this.write('/etc/ssh/sshd_config', SSHD);
    const { mariadb, ...others } = UNITS;
    for (const [name, lines] of Object.entries(database ? UNITS : others))
      await this.write(`/etc/systemd/system/${name}.service`, `[Service]\n${lines.join('\n')}\n`);
    if (database) await this.#layDatabase();
    await this.must('ufw --force enable && ufw limit OpenSSH && systemctl start ssh nginx');
  }

  /** What the server has not, or has of its own: see above. */
  async #layCommands() {
    const here = inRoot('deploy/test/machine');
    const lay = (name, text) => this.write(`/usr/local/bin/${name}`, `#!/bin/sh\n${text}\n`, { mode: '755' });
    await lay('systemctl', `exec '${process.execPath}' '${here}/systemctl.mjs' "$@"`);
    await lay('journalctl', 'exec cat "/var/log/$2.service.log"');
    await lay('dpkg-query', 'echo "$*" >>/var/log/looked-for; echo "ii "');
    await lay('ufw', `exec sh '${here}/ufw.sh' "$@"`);
  }

  async #layDatabase() {
    await findOrInstallServer();
    const home = await unpackedPackage('mariadb-server');
    const client = await unpackedPackage('mariadb-client', 'usr/bin/mariadb-admin', '--version');
    await this.must(`cp ${client}/usr/bin/mariadb-admin /usr/local/bin/`);
    await this.must(
      `mkdir -p /etc/mysql/mariadb.conf.d && cp ${home}/etc/mysql/mariadb.conf.d/50-server.cnf /etc/mysql/mariadb.conf.d/
       mariadb-install-db --user=mysql --skip-test-db && systemctl start mariadb`,
    );
  }
}
