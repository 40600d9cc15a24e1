import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, with the closing zero.
const LONGEST_SOCKET = 100;

/** True when an unprivileged user can walk through every folder above this path. */
export function reachableBy(user, path) {
  if (!user) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Makes the data folder, owned by the server's user, and answers its real path.
 * Below a closed home such as /root the server could not reach it: then it lies under /var/lib and a link stands here.
 */
export function prepareDataFolder(dataDir, user) {
  if (isDeadLink(dataDir)) rmSync(dataDir);
  if (!existsSync(dataDir)) {
    mkdirSync(dirname(dataDir), { recursive: true, mode: 0o711 });
    if (reachableBy(user, dataDir)) mkdirSync(dataDir, { mode: 0o700 });
    else symlinkSync(mkdtempSync('/var/lib/st0r-'), dataDir);
  }
  const real = realpathSync(dataDir);
  if (user && statSync(real).uid !== user.uid) giveTo(user, real);
  return real;
}

function isDeadLink(path) {
  return !existsSync(path) && Boolean(lstatSync(path, { throwIfNoEntry: false }));
}

function giveTo(user, folder) {
  chownSync(folder, user.uid, user.gid);
  for (const name of readdirSync(folder, { recursive: true })) chownSync(join(folder, name), user.uid, user.gid);
}

/** Where the server keeps temporary tables; inside its data folder and not a schema. */
export function temporaryFolder(dataDir, user) {
  const folder = join(dataDir, 'tmp');
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** A socket path short enough for the system: in the data folder, else in a temporary folder remembered there. */
export function socketPath(dataDir, user) {
  const here = join(dataDir, 'mariadb.sock');
  if (Buffer.byteLength(here) <= LONGEST_SOCKET) return here;
  const note = join(dataDir, 'socket-folder');
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (known && isOurs(known, user)) return join(known, 'mariadb.sock');
  // os.tmpdir() may itself be long (macOS), so the short one is named.
  const folder = mkdtempSync('/tmp/st0r-');
  if (user) chownSync(folder, user.uid, user.gid);
  writeFileSync(note, folder);
  return join(folder, 'mariadb.sock');
}

// /tmp is everybody's: a folder recreated there by somebody else would let them pose as our database.
function isOurs(folder, user) {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(found?.isDirectory() && found.uid === (user?.uid ?? process.getuid?.()) && !(found.mode & 0o077));
}
