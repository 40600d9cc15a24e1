import { join } from 'node:path';
import type { Settings } from '../../config';
import type { RootKeyProvider } from './root-key-provider';
import { readWhole, replaceWhole, stampOf } from './whole-file';

/** The default: a file only the service may read. */
export function fileProvider({ KEYRING_FILE, SECRETS_DIR }: Settings): RootKeyProvider {
  const path = KEYRING_FILE ?? join(SECRETS_DIR, 'keyring.json');
  return {
    place: path,
    warning: null,
    read: async () => readWhole(path).toString('utf8'),
    stamp: () => stampOf(path),
    replace: async (text) => replaceWhole(path, text),
  };
}
