import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIPPED = fileURLToPath(new URL('../../../deploy/fail2ban', import.meta.url));
const DEBIAN = '/etc/fail2ban/action.d';

/** Runs a program to its end. */
export function run(program: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(program, [...words], (error, stdout) => resolve({ code: error ? 1 : 0, output: stdout }));
  });
}

/** A fail2ban of a test: the shipped jail, filter and action, in a network of its own where the machine allows one. */
export interface TestFail2ban {
  /** Control socket, as fail2ban-client and the helper need it. */
  control: string;
  /** The firewall rules its bans made; undefined where no network of its own could be made. */
  firewall(): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startFail2ban(
  folder: string,
  { log, socket }: { log: string; socket: string },
): Promise<TestFail2ban> {
  const control = join(folder, 'fail2ban.sock');
  const apart = (await run('unshare', ['-n', '/usr/sbin/nft', 'list', 'ruleset'])).code === 0;
  writeConfig(folder, { log, socket, control, apart });
  writeFileSync(log, '', { flag: 'a' });
  const words = ['/usr/bin/fail2ban-server', '-c', folder, '-s', control, '-p', join(folder, 'pid'), '-f', 'start'];
  const all = apart ? ['unshare', '-n', ...words] : words;
  const server = spawn(all[0] ?? '', all.slice(1), { stdio: 'ignore' });
  await untilAnswering(server, control, folder);
  const inside = ['-t', String(server.pid), '-n', '/usr/sbin/nft', 'list', 'ruleset'];
  return {
    control,
    firewall: async () => (apart ? (await run('nsenter', inside)).output : undefined),
    stop: () => stopped(server),
  };
}

/** What systemd does with st0r-unban.socket: one helper for each connection, with the connection as its input and output. */
export async function startUnbanHelper(path: string, control: () => string): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const env = { ...process.env, FAIL2BAN_SOCKET: control() };
    const helper = spawn('/usr/bin/python3', [join(SHIPPED, 'st0r-unban')], { stdio: 'pipe', env });
    socket.pipe(helper.stdin);
    helper.stdout.pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}

type Places = { log: string; socket: string; control: string; apart: boolean };

function writeConfig(folder: string, { log, socket, control, apart }: Places): void {
  for (const name of ['action.d', 'jail.d']) mkdirSync(join(folder, name));
  symlinkSync(join(SHIPPED, 'filter.d'), join(folder, 'filter.d'));
  for (const name of ['nftables.conf', 'nftables-multiport.conf'].filter((one) => existsSync(join(DEBIAN, one))))
    copyFileSync(join(DEBIAN, name), join(folder, 'action.d', name));
  copyFileSync(join(SHIPPED, 'action.d/st0r-report.conf'), join(folder, 'action.d/st0r-report.conf'));
  // Debian's own jails stay out; of ours the paths differ.
  const shipped = readFileSync(join(SHIPPED, 'jail.d/st0r.conf'), 'utf8').replace(/\[sshd\]\n[^[]*/, '');
  writeFileSync(join(folder, 'jail.conf'), shipped);
  const nft = 'nftables-multiport[name=st0r, port="%(port)s", protocol=tcp]\n         ';
  const report = `st0r-report[report="/usr/bin/python3 ${SHIPPED}/st0r-report", socket="${socket}"]`;
  writeFileSync(
    join(folder, 'jail.local'),
    `[st0r]\nlogpath = ${log}\nbackend = polling\naction = ${apart ? nft : ''}${report}\n`,
  );
  writeFileSync(
    join(folder, 'fail2ban.conf'),
    `[Definition]\nloglevel = INFO\nlogtarget = ${join(folder, 'log')}\nsyslogsocket = auto\nsocket = ${control}\npidfile = ${join(folder, 'pid')}\ndbfile = none\nallowipv6 = auto\n`,
  );
}

async function untilAnswering(server: ChildProcess, control: string, folder: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) break;
    if ((await run('/usr/bin/fail2ban-client', ['-s', control, 'status', 'st0r'])).code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const said = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : 'nothing';
  throw new Error(`fail2ban did not start. It said: ${said}`);
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
