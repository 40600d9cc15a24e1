import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../workspace/processes.mjs';
import { prepareDataFolder, reachableBy, socketPath } from './folders.mjs';
import { accountNames, startPrivateMariaDb } from './index.mjs';
import { runningServer } from './orphan.mjs';
import { scratchFolder } from './scratch.mjs';
import { installAdvice, isNewEnough, mariaDbVersion } from './server-binary.mjs';

const PASSWORDS = { migration: "it's \\ here", application: 'a', retention: 'r' };

describe('our private MariaDB', () => {
  let folder;
  const running = [];
  const start = async (memory = 'test') => {
    const schemas = [{ name: 'st0r', passwords: PASSWORDS }];
    const server = await startPrivateMariaDb({
      dataDir: join(folder, 'mariadb'),
      memory,
      rootPassword: 'root',
      schemas,
    });
    running.push(server);
    return server;
  };
  const query = async (server, sql) => {
    const user = accountNames('st0r').migration;
    const options = { socketPath: server.socket, user, password: PASSWORDS.migration, database: 'st0r' };
    const connection = await createConnection(options);
    try {
      return (await connection.query(sql))[0];
    } finally {
      connection.destroy();
    }
  };
  beforeEach(() => (folder = scratchFolder()));
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.kill9()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps every acknowledged write when it is killed in the middle of its work', async () => {
    const server = await start('durable');
    await query(server, 'CREATE TABLE kept (id INT PRIMARY KEY)');
    for (const id of [1, 2, 3]) await query(server, `INSERT INTO kept VALUES (${id})`);
    await server.kill9();
    expect(await query(await start('durable'), 'SELECT id FROM kept')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('stops the server a killed start left behind, and takes its data over', async () => {
    const orphan = await start();
    await query(orphan, 'CREATE TABLE kept (id INT PRIMARY KEY)');
    const next = await start();
    expect(next.tookOver).toBe(true);
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await query(next, 'SHOW TABLES')).toHaveLength(1);
  });

  it('leaves a stranger alone who now has the number of our killed server', async () => {
    await (await start()).kill9();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(folder, 'mariadb', 'process.pid'), String(stranger.pid));
    const server = await start();
    expect(server.tookOver).toBe(false);
    expect(isAlive(stranger.pid)).toBe(true);
    stranger.kill();
  });

  it('listens on its socket alone, is strict, speaks UTF-8 and keeps its clock', async () => {
    const server = await start();
    const [row] = await query(
      server,
      'SELECT @@skip_networking n, @@character_set_server c, @@secure_timestamp t, @@time_zone z, @@sql_mode m',
    );
    expect(row).toMatchObject({ n: 1, c: 'utf8mb4', t: 'YES', z: '+00:00' });
    expect(row.m).toContain('STRICT_ALL_TABLES');
    await expect(query(server, 'SET timestamp = 0')).rejects.toThrow();
  });

  it('does not run as root, and lets nobody in without a password', async () => {
    const server = await start();
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)/m.exec(status)[1]).not.toBe('0');
    await expect(createConnection({ socketPath: server.socket, user: 'root' })).rejects.toThrow('Access denied');
  });

  it('gives the application nothing before the migrations do', async () => {
    const server = await start();
    const user = accountNames('st0r').application;
    const options = { socketPath: server.socket, user, password: PASSWORDS.application, database: 'st0r' };
    await expect(createConnection(options)).rejects.toThrow('Access denied');
  });

  it('begins again after a first start that was cut short', async () => {
    mkdirSync(join(folder, 'mariadb', 'mysql'), { recursive: true });
    writeFileSync(join(folder, 'mariadb', 'installing'), '');
    writeFileSync(join(folder, 'mariadb', 'mysql', 'user.frm'), 'half');
    await expect(start()).resolves.toMatchObject({ tookOver: false });
  });

  it('leaves temporary tables of other servers alone, from its very first start', async () => {
    const shared = join(folder, 'shared');
    mkdirSync(shared, { mode: 0o777 });
    chmodSync(shared, 0o777);
    const theirs = join(shared, '#sql-temptable-1-1-1.MAI');
    writeFileSync(theirs, '');
    chmodSync(theirs, 0o666);
    vi.stubEnv('TMPDIR', shared);
    try {
      await start();
    } finally {
      vi.unstubAllEnvs();
    }
    expect(existsSync(theirs)).toBe(true);
  });

  it('never touches files that somebody else keeps in its folder', async () => {
    mkdirSync(join(folder, 'mariadb'));
    writeFileSync(join(folder, 'mariadb', 'diary.txt'), 'mine');
    await expect(start()).rejects.toThrow('holds files that ClientSt0r did not put there');
    expect(readFileSync(join(folder, 'mariadb', 'diary.txt'), 'utf8')).toBe('mine');
  });

  it('answers no server for a folder nobody uses', () => {
    expect(runningServer(folder)).toBeUndefined();
  });

  it('finds a short place for its socket under a very long path, and finds it again', () => {
    const deep = join(folder, 'x'.repeat(100), 'mariadb');
    mkdirSync(deep, { recursive: true });
    const socket = socketPath(deep);
    expect(Buffer.byteLength(socket)).toBeLessThan(100);
    expect(socketPath(deep)).toBe(socket);
    rmSync(join(socket, '..'), { recursive: true });
  });

  it('moves out of a home that is closed to its user, and leaves a link', (context) => {
    context.skip(process.getuid() !== 0, 'only root starts it as another user');
    const user = { uid: 65_534, gid: 65_534 };
    const home = join(folder, 'closed');
    mkdirSync(home, { mode: 0o700 });
    const real = prepareDataFolder(join(home, 'data', 'mariadb'), user);
    expect(reachableBy(user, real)).toBe(true);
    expect(realpathSync(join(home, 'data', 'mariadb'))).toBe(real);
    rmSync(real, { recursive: true });
  });
});

describe('a MariaDB of the system', () => {
  it.each([
    ['mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu', true],
    ['mariadbd from 11.8.2-MariaDB, client 15.2', true],
    ['mysqld  Ver 10.6.18-MariaDB', false],
    ['mysqld  Ver 8.4.0 for Linux on x86_64 (MySQL Community Server)', false],
  ])('is judged by its own words: %s', (words, good) => {
    expect(isNewEnough(mariaDbVersion(words))).toBe(good);
  });

  it('is offered in the way of each system', () => {
    expect(installAdvice('darwin')[0]).toBe('Install it with: brew install mariadb');
    expect(installAdvice('win32')).toEqual([expect.stringContaining('DATABASE_URL=mysql://')]);
  });
});
