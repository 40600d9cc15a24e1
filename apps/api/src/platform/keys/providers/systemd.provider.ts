import { join } from 'node:path';
import { SealedError } from '../sealed-error';
import type { RootKeyProvider } from './root-key-provider';
import { readWhole, stampOf } from './whole-file';

/** Name under which the unit hands the keyring over: `LoadCredential=keyring.json:/etc/st0r/keyring.json`. */
const CREDENTIAL = 'keyring.json';

/**
 * A file root keeps, handed to the service at its start by `LoadCredential=` or `LoadCredentialEncrypted=`. The service
 * cannot read where it came from, and cannot change it.
 */
export function systemdProvider(): RootKeyProvider {
  const folder = process.env['CREDENTIALS_DIRECTORY'];
  if (!folder) {
    const refuse = () =>
      new SealedError('systemd handed no credentials over: the unit needs LoadCredential=keyring.json:/path.');
    return { place: 'systemd credential', warning: null, read: () => Promise.reject(refuse()), stamp: () => 'missing' };
  }
  const path = join(folder, CREDENTIAL);
  return {
    place: `systemd credential ${CREDENTIAL}`,
    warning: null,
    read: async () => readWhole(path).toString('utf8'),
    stamp: () => stampOf(path),
  };
}
