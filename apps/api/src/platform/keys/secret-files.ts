import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createKeyring } from '@st0r/crypto';
import { SealedError } from './sealed-error';

/** Files of the secrets folder, each mode 0600 and never in the database. */
export const SECRET_FILES = ['token-signing.key', 'checkpoint-signing.key', 'pepper.key', 'audit-mac.key'] as const;
/** Of this machine alone: one that is lost is made anew, so no copy of the keys holds them. */
const LOCAL_FILES = ['update-request.key'] as const;
export type SecretFile = (typeof SECRET_FILES)[number] | (typeof LOCAL_FILES)[number];

/** Creates the missing secrets of a new installation; never overwrites one. Answers the names it made. */
export function createSecrets(folder: string, keyring: string | null = join(folder, 'keyring.json')): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return [
    ...(keyring ? createMissing([keyring], createKeyring) : []),
    ...createMissing(SECRET_FILES.map((name) => join(folder, name))),
    ...createLocalSecrets(folder),
  ];
}

/** Creates what no copy of the keys holds, where it is missing: services do not start without it. Answers the names it made. */
export const createLocalSecrets = (folder: string): string[] =>
  createMissing(LOCAL_FILES.map((name) => join(folder, name)));

function createMissing(paths: readonly string[], make = () => `${randomBytes(32).toString('base64url')}\n`): string[] {
  const missing = paths.filter((path) => !existsSync(path));
  for (const path of missing) writeFileSync(path, make(), { mode: 0o600, flag: 'wx' });
  return missing.map((path) => basename(path));
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
