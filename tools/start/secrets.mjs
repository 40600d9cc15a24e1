import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROLES = ['root', 'migration', 'application', 'retention'];

/** File that holds the password of one database account. */
export const passwordFile = (secretsDir, role) => join(secretsDir, `database-${role}`);

/** The passwords of our private database, made at random on the first start: { root, migration, application, retention }. */
export function databasePasswords(secretsDir) {
  return Object.fromEntries(ROLES.map((role) => [role, readOrMake(passwordFile(secretsDir, role))]));
}

function readOrMake(file) {
  // A write cut short by a full disk leaves an empty file; an empty password must never be used.
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
