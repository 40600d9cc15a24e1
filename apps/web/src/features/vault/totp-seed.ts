import { say } from './messages';

const address = /^(otpauth|steam):/i;

/** Why a text is no key for one-time codes: neither an address with a key in it nor base32. */
export function seedProblem(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const secret = address.test(typed) ? secretOf(typed) : typed;
  const key = secret.replaceAll(/[\s-]/g, '').replace(/=+$/, '');
  return /^[A-Z2-7]{8,}$/i.test(key) ? undefined : say('totpInvalid');
}

function secretOf(uri: string): string {
  if (/^steam:/i.test(uri)) return uri.replace(/^steam:\/*/i, '');
  return URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : '';
}

/** What is sent: an address as it is, a bare key without the spaces apps print it with. */
export function seedOf(text: string): string {
  const typed = text.trim();
  return address.test(typed) ? typed : typed.replaceAll(/[\s-]/g, '').toUpperCase();
}
