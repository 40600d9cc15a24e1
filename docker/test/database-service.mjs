import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { temporaryFolder } from '../../tools/mariadb/folders.mjs';
import { findOrInstallServer } from '../../tools/mariadb/index.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { installSystemTables } from '../../tools/mariadb/system-tables.mjs';
import { serverUser } from '../../tools/mariadb/system-user.mjs';
import { freePort } from '../../tools/start/port.mjs';
import { endProcess } from '../../tools/workspace/processes.mjs';

/**
 * The service db of a compose file: MariaDB over TCP with the options of its command, and an administrator who may come
 * from elsewhere with the password of its secret, which is all the image's entry point makes of an empty volume.
 */
export async function databaseService({ command }, secrets) {
  const { mariadbd, installDb } = await findOrInstallServer();
  const user = await serverUser();
  const folder = join(scratchFolder(), 'mysql');
  mkdirSync(folder);
  if (user) chownSync(folder, user.uid, user.gid);
  await installSystemTables(installDb, folder, user);
  const password = readFileSync(join(secrets, 'database-root'), 'utf8').trim();
  const init = join(folder, 'init.sql');
  // The image's entry point leaves one administrator, with a password, who may come from elsewhere.
  const statements = [
    "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1'",
    `CREATE USER 'root'@'%' IDENTIFIED BY '${password}'`,
    "GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION",
  ];
  writeFileSync(init, statements.map((one) => `${one};\n`).join(''));
  if (user) chownSync(init, user.uid, user.gid);
  const port = await freePort();
  const temporary = temporaryFolder(folder, user);
  const own = [`--datadir=${folder}`, `--socket=${join(folder, 's')}`, `--tmpdir=${temporary}`];
  const place = [...own, `--port=${port}`, '--bind-address=127.0.0.1'];
  const child = spawn(mariadbd, ['--no-defaults', ...place, `--init-file=${init}`, ...command], {
    ...{ cwd: folder, stdio: 'ignore' },
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  await untilAnswering({ host: '127.0.0.1', port, user: 'root', password });
  return {
    address: { DATABASE_HOST: '127.0.0.1', DATABASE_PORT: String(port) },
    stop: async () => {
      await endProcess(child.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(account) {
  for (const until = Date.now() + 60_000; ; await sleep(100)) {
    try {
      return await (await createConnection(account)).end();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
