import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createKeyring } from '@st0r/crypto';
import type { Settings } from '../config';
import { lock, lockedKeyring, passphraseOf } from './providers/age.provider';
import { createSecrets } from './secret-files';

/** Creates the secrets a new installation lacks, the keyring where its source lets us; answers the names it made. */
export async function createAllSecrets(settings: Settings): Promise<string[]> {
  const { KEYRING_SOURCE, KEYRING_FILE, SECRETS_DIR } = settings;
  if (KEYRING_SOURCE === 'file') return createSecrets(SECRETS_DIR, KEYRING_FILE);
  const made = createSecrets(SECRETS_DIR, null);
  // systemd hands over what root keeps, and a variable is somebody's own doing.
  return KEYRING_SOURCE === 'age' ? [...made, ...(await createLocked(settings))] : made;
}

async function createLocked(settings: Settings): Promise<string[]> {
  const path = lockedKeyring(settings);
  if (existsSync(path)) return [];
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, await lock(createKeyring(), passphraseOf(settings)), { mode: 0o600, flag: 'wx' });
  return [basename(path)];
}
