import { duplicateKey } from '../../../platform/http';
import { Unauthenticated } from '../../../platform/errors';

const LONGEST = 2048;
/** Whatever else a header may say (jku, x5u, jwk, crit, zip, b64) tries to bring its own key or its own rules. */
const HEADER = new Set(['alg', 'typ', 'kid']);

const refused = (): Unauthenticated =>
  new Unauthenticated('session.invalid', 'This is no token of ours. Sign in again.');

/** Refuses a token whose form alone is not the one we sign, before any key is looked for. Answers the id of its key. */
export function requirePlainToken(token: string): { kid: string } {
  const parts = token.split('.');
  if (token.length > LONGEST || parts.length !== 3 || parts.some((part) => part === '')) throw refused();
  const header = objectIn(parts[0] as string);
  objectIn(parts[1] as string);
  const { alg, typ, kid } = header;
  if (alg !== 'EdDSA' || typ !== 'at+jwt' || typeof kid !== 'string') throw refused();
  if (Object.keys(header).some((name) => !HEADER.has(name))) throw refused();
  return { kid };
}

/** One part as an object; a name given twice would be read differently by whoever reads the first. */
function objectIn(part: string): Record<string, unknown> {
  const text = Buffer.from(part, 'base64url').toString('utf8');
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && duplicateKey(text) === undefined)
      return value as Record<string, unknown>;
  } catch {
    // Not even JSON: refused below like everything else.
  }
  throw refused();
}
