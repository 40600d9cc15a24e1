import { base32Decode, base32Encode } from './base32';
import { OTP_ALGORITHM, totpSettings, type TotpSettings } from './totp';

/** Settings of a one-time password with the names shown beside it; empty text where none was given. */
export type OtpAccount = { issuer: string; account: string; totp: TotpSettings };

/** A seed or otpauth address that cannot be used; the message never holds the seed. */
export class OtpauthError extends Error {
  readonly code = 'OTPAUTH';

  constructor(message: string) {
    super(message);
    this.name = 'OtpauthError';
  }
}

/** The otpauth:// address an authenticator app reads from a QR code. It contains the seed. */
export function otpauthUri({ issuer, account, totp }: OtpAccount): string {
  const label = issuer ? `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}` : encodeURIComponent(account);
  const parts = [
    `secret=${base32Encode(totp.seed)}`,
    ...(issuer ? [`issuer=${encodeURIComponent(issuer)}`] : []),
    `algorithm=${totp.algorithm.toUpperCase()}`,
    `digits=${totp.digits}`,
    `period=${totp.period}`,
  ];
  return `otpauth://totp/${label}?${parts.join('&')}`;
}

/** Reads what services hand out: a bare base32 seed, an otpauth:// address or steam://SEED. Throws OtpauthError. */
export function parseOtpauth(text: string): OtpAccount {
  const trimmed = text.trim();
  if (/^steam:\/\//i.test(trimmed)) return { issuer: 'Steam', account: '', totp: steam(trimmed.slice(8)) };
  if (/^otpauth:\/\//i.test(trimmed)) return parseUri(trimmed);
  return { issuer: '', account: '', totp: totpSettings(seedOf(trimmed)) };
}

function parseUri(text: string): OtpAccount {
  if (!URL.canParse(text)) throw new OtpauthError('This is not a readable otpauth address.');
  const uri = new URL(text);
  if (uri.host.toLowerCase() !== 'totp')
    throw new OtpauthError('Only time-based codes (otpauth://totp/) are supported.');
  const ask = (name: string) => uri.searchParams.get(name);
  const [issuer, account] = labelOf(uri.pathname.slice(1), ask('issuer') ?? '');
  if (ask('encoder') === 'steam') return { issuer, account, totp: steam(ask('secret') ?? '') };
  const wanted = (ask('algorithm') ?? 'SHA1').toLowerCase().replace('-', '');
  const algorithm = OTP_ALGORITHM.find((known) => known === wanted);
  if (!algorithm) throw new OtpauthError('This address asks for a hash other than SHA1, SHA256 or SHA512.');
  const seed = seedOf(ask('secret') ?? '');
  const digits = within(ask('digits') ?? '6', [6, 8]);
  const period = within(ask('period') ?? '30', [1, 3600]);
  return { issuer, account, totp: { seed, algorithm, digits, period, style: 'digits' } };
}

function labelOf(path: string, issuer: string): [string, string] {
  const label = decoded(path);
  const colon = label.indexOf(':');
  if (colon < 0) return [issuer, label.trim()];
  return [issuer || label.slice(0, colon).trim(), label.slice(colon + 1).trim()];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function within(text: string, [least, most]: [number, number]): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new OtpauthError('This address asks for a number of digits or a period outside 6 to 8 and 1 to 3600 seconds.');
}

function steam(seed: string): TotpSettings {
  return { ...totpSettings(seedOf(seed)), digits: 5, style: 'steam' };
}

// RFC 4226 asks for 128 bits, yet services hand out 80 and less; a vault has to keep what the client was given.
function seedOf(text: string): Buffer {
  const seed = base32Decode(text);
  if (seed && seed.length > 0 && seed.length <= 128) return seed;
  throw new OtpauthError('This is not a one-time password seed. It consists of the letters A to Z and digits 2 to 7.');
}
