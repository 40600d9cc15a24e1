import { mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inRoot, ROOT } from '../workspace/paths.mjs';
import { PlainError } from '../workspace/plain-error.mjs';

const FLAGS = ['--demo', '--dev', '--help'];
const ROOM_FIRST = 700;
const ROOM_LATER = 150;

/** What `npm start -- ...` understands: { demo, dev, help }. */
export function readArguments(args) {
  const unknown = args.find((word) => !FLAGS.includes(word));
  if (unknown) throw new PlainError(`npm start does not know "${unknown}".`, [`It knows ${FLAGS.join(', ')}.`]);
  return Object.fromEntries(FLAGS.map((flag) => [flag.slice(2), args.includes(flag)]));
}

/** Where things are and listen; the API validates its own settings, these are the ones needed before it runs. */
export function readSettings(env = process.env) {
  const port = env.PORT === undefined || env.PORT === '' ? 8080 : Number(env.PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`PORT is "${env.PORT}", which is not a port.`, [
      'Use a number from 1 to 65535: PORT=8081 npm start',
    ]);
  }
  const dataDir = env.DATA_DIR ? resolve(ROOT, env.DATA_DIR) : inRoot('.data');
  const secretsDir = env.SECRETS_DIR ? resolve(ROOT, env.SECRETS_DIR) : join(dataDir, 'secrets');
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir,
    secretsDir,
    keyringFile: env.KEYRING_FILE
      ? resolve(ROOT, env.KEYRING_FILE)
      : join(secretsDir, env.KEYRING_SOURCE === 'age' ? 'keyring.age' : 'keyring.json'),
    databaseUrl: databaseUrl(env),
    memory: 'durable',
  };
}

function databaseUrl(env) {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  if (!env.DATABASE_URL_FILE) return undefined;
  try {
    return readFileSync(env.DATABASE_URL_FILE, 'utf8').trim();
  } catch (error) {
    throw new PlainError(`DATABASE_URL_FILE names ${env.DATABASE_URL_FILE}, which cannot be read (${error.code}).`);
  }
}

/** Makes the data folder and its parts; only the folder itself may be walked through by the database's user. */
export function prepareFolders({ dataDir, secretsDir }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 });
  for (const name of ['logs', 'run']) mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
}

/** Refuses to start on a nearly full disk: a database that runs out of room while working is worse than none. */
export function checkRoom(dataDir, firstRun) {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / 1_048_576);
  const needed = firstRun ? ROOM_FIRST : ROOM_LATER;
  if (free >= needed) return;
  throw new PlainError(
    `Only ${free} MB are free on the disk that holds ${dataDir}; at least ${needed} MB are needed.`,
    ['Free some space, or put the data elsewhere: DATA_DIR=/path/with/room npm start'],
  );
}
