import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyring, parseKeyring, type Keyring } from '@st0r/crypto';

/** Files of the secrets folder, each mode 0600 and never in the database. */
export const SECRET_FILES = ['token-signing.key', 'checkpoint-signing.key', 'pepper.key', 'audit-mac.key'] as const;
type SecretFile = (typeof SECRET_FILES)[number];
const KEYRING = 'keyring.json';

/** Something about the secrets folder that keeps the vault closed, with the way out. */
export class SealedError extends Error {}

/** Creates the missing secrets of a new installation; never overwrites one. Answers the names it made. */
export function createSecrets(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made: string[] = [];
  const write = (name: string, text: string): void => {
    if (existsSync(join(folder, name))) return;
    writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
    made.push(name);
  };
  write(KEYRING, createKeyring());
  for (const name of SECRET_FILES) write(name, `${randomBytes(32).toString('base64url')}\n`);
  return made;
}

/** Opens the root keyring; every irregularity is a SealedError with a sentence for the operator. */
export function readKeyringFile(folder: string): Keyring {
  const path = join(folder, KEYRING);
  try {
    return parseKeyring(readFileSync(path, 'utf8'));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new SealedError(
      missing
        ? `The root keyring is missing: put it back at ${path}.`
        : `The root keyring at ${path} cannot be used: ${(error as Error).message}`,
    );
  }
}

/** Reads one 256-bit secret file. */
export function readSecret(folder: string, name: SecretFile): KeyObject {
  const path = join(folder, name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch {
    throw new SealedError(`The secret file ${path} is missing: put it back from the key backup.`);
  }
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32)
    throw new SealedError(`The secret file ${path} is damaged: it must hold 32 bytes in base64url.`);
  return createSecretKey(bytes);
}
