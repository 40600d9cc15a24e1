import type { Settings } from '../../config';
import { SealedError } from '../sealed-error';
import type { RootKeyProvider } from './root-key-provider';

const WARNING =
  'The root keyring comes from an environment variable. Everybody who may look at this process can read it, and so can crash reports. Use it for development only.';

/** The text of a keyring in the setting KEYRING, as it is or in base64url. For development only. */
export function envProvider({ KEYRING }: Settings): RootKeyProvider {
  return {
    place: 'the setting KEYRING',
    warning: WARNING,
    stamp: () => 'fixed',
    read: async () => {
      if (!KEYRING) throw new SealedError('The root keyring is missing: set KEYRING to its text.');
      return KEYRING.trimStart().startsWith('{') ? KEYRING : Buffer.from(KEYRING, 'base64url').toString('utf8');
    },
  };
}
