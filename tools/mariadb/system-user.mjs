import { existsSync, readFileSync } from 'node:fs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run } from '../workspace/run.mjs';

const OUR_USER = 'st0r-db';

/**
 * Who mariadbd runs as: undefined for "the same user as we", and when we are root an unprivileged system user
 * ({ name, uid, gid }), because a database server has no business being root.
 */
export async function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  const found = userNamed(OUR_USER) ?? userNamed('mysql');
  if (found) return found;
  if (existsSync('/usr/sbin/useradd')) {
    await run('/usr/sbin/useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', OUR_USER]);
  }
  const created = userNamed(OUR_USER);
  if (created) return created;
  throw new PlainError('MariaDB does not run as root, and an unprivileged user for it could not be created.', [
    `Create one: useradd --system --shell /usr/sbin/nologin ${OUR_USER}`,
    'Or start ClientSt0r as an ordinary user.',
  ]);
}

function userNamed(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
