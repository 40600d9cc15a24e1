import { join } from 'node:path';
import type { Settings } from '../../config';
import { SealedError } from '../sealed-error';
import type { RootKeyProvider } from './root-key-provider';
import { readWhole, replaceWhole, stampOf } from './whole-file';

/** A file locked with a passphrase, in the age format: stock `age -d` opens it as well. */
export function ageProvider(settings: Settings): RootKeyProvider {
  const path = lockedKeyring(settings);
  return {
    place: path,
    warning: null,
    read: () => unlock(path, passphraseOf(settings)),
    stamp: () => stampOf(path),
    replace: async (text) => replaceWhole(path, await lock(text, passphraseOf(settings))),
  };
}

/** Path of the locked keyring. */
export const lockedKeyring = ({ KEYRING_FILE, SECRETS_DIR }: Settings): string =>
  KEYRING_FILE ?? join(SECRETS_DIR, 'keyring.age');

/** The text of a keyring, locked with a passphrase. */
export async function lock(text: string, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

async function unlock(path: string, passphrase: string): Promise<string> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const file = readWhole(path);
  try {
    return await decrypter.decrypt(file, 'text');
  } catch {
    throw new SealedError(`The passphrase does not open the root keyring at ${path}.`);
  }
}

/** The passphrase the settings give; throws SealedError without one. */
export function passphraseOf({ KEYRING_PASSPHRASE }: Settings): string {
  if (KEYRING_PASSPHRASE) return KEYRING_PASSPHRASE;
  throw new SealedError('The root keyring is locked: set KEYRING_PASSPHRASE_FILE to a file with its passphrase.');
}
