import { API_KEY_MARK } from '@st0r/crypto';
import { Invalid } from '../errors';

const NAMES = /^(?:access|refresh|id|bearer|auth)?[_-]?token$|^(?:api|access)[_-]?key$|^authorization$|^jwt$|^bearer$/i;
const SIGNED = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Refuses a token or a key in the query: addresses are kept by proxies, histories and logs, and a secret that has been
 * there once is known. Better to fail on the first try than to work and leak.
 */
export function refuseSecretsInAddress(query: unknown): void {
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (NAMES.test(name) || [value].flat().some(isSecret))
      throw new Invalid('auth.in_address', {
        detail:
          'Tokens and keys belong into the Authorization header, never into the address. Replace this one: addresses are written down.',
      });
  }
}

/** A signed token, or one of our API keys. */
const isSecret = (value: unknown): boolean =>
  typeof value === 'string' && (SIGNED.test(value) || value.startsWith(API_KEY_MARK));
