import { totpCode, totpSettings } from '@st0r/crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The cookies an answer sets, by name. */
export function cookies(headers: Record<string, unknown>): Record<string, string> {
  const set = [headers['set-cookie'] ?? []].flat() as string[];
  return Object.fromEntries(set.map((line) => line.split(';')[0]!.split('=') as [string, string]));
}

/** A `Cookie` header of them. */
export const asHeader = (jar: Record<string, string>): string =>
  Object.entries(jar)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** The one-time code an authenticator shows, `offset` steps from now. */
export function codeAt(secret: string, offset = 0, now = Date.now()): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const seed = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return totpCode(totpSettings(seed), now + offset * 30_000).code;
}
