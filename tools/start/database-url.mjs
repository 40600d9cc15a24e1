import { isNewEnough, mariaDbVersion } from '../mariadb/server-binary.mjs';
import { PlainError } from '../workspace/plain-error.mjs';

const EXAMPLE = 'DATABASE_URL=mysql://user:password@host:3306/schema';

/** Connects to the server of DATABASE_URL, of several to the first that answers, and answers its version; says plainly what is wrong otherwise. */
export async function checkDatabaseUrl(text) {
  const addresses = eachServer(text);
  for (const address of addresses.slice(0, -1)) {
    const version = await checkServer(address).catch(() => undefined);
    if (version) return version;
  }
  return checkServer(addresses.at(-1));
}

/** An address for each of the servers one address names. */
function eachServer(text) {
  const [, before, hosts, after] = /^(\w+:\/\/(?:.*@)?)([^@/?#]+)(\/.*)$/.exec(text) ?? [];
  return hosts ? hosts.split(',').map((host) => `${before}${host.trim()}${after}`) : [text];
}

async function checkServer(text) {
  const url = parse(text);
  const { createConnection } = await import('mysql2/promise');
  let connection;
  try {
    connection = await createConnection({ uri: text, connectTimeout: 10_000 });
    const [[row]] = await connection.query('SELECT VERSION() AS version');
    return acceptable(row.version, url);
  } catch (error) {
    throw error instanceof PlainError ? error : databaseUrlError(error, url);
  } finally {
    connection?.destroy();
  }
}

function parse(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['mysql:', 'mariadb:'].includes(url.protocol) && url.pathname.length > 1) return url;
  // The value itself is not repeated: it holds a password.
  throw new PlainError('DATABASE_URL is not the address of a MariaDB schema.', [`It looks like this: ${EXAMPLE}`]);
}

function acceptable(version, url) {
  if (isNewEnough(mariaDbVersion(version))) return version.split('-')[0];
  throw new PlainError(`The database at ${url.host} is ${version}; ClientSt0r needs MariaDB 10.11 or later.`);
}

const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its name is unknown',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  ER_ACCESS_DENIED_ERROR: 'it refuses this user and password',
  ER_DBACCESS_DENIED_ERROR: 'this user may not use this schema',
  ER_BAD_DB_ERROR: 'this schema does not exist there',
  ER_CON_COUNT_ERROR: 'it takes no more connections',
};

/** A connection error as a sentence, without the password. */
export function databaseUrlError(error, url) {
  const reason = REASONS[error.code] ?? `it answers ${error.code ?? error.message}`;
  return new PlainError(`The database at ${url.host} (schema ${url.pathname.slice(1)}) cannot be used: ${reason}.`, [
    `Correct DATABASE_URL (${EXAMPLE}),`,
    'or leave it out: then ClientSt0r runs a private MariaDB of its own.',
  ]);
}
