import { X509Certificate } from 'node:crypto';
import { SHORTEST_RSA_BITS } from './metadata.limits';

/** Something about a certificate an administrator should know; `weak` ones are never believed. */
export type CertificateTrouble = 'weak' | 'expired' | 'expires_soon' | 'early';

/** One signing certificate of an identity provider. */
export interface SigningCertificate {
  pem: string;
  /** SHA-256 over the certificate, in the colon form administrators compare. */
  fingerprint: string;
  subject: string;
  validFrom: Date;
  validUntil: Date;
  key: string;
  trouble: CertificateTrouble | null;
}

const SOON_DAYS = 30;

/** Reads a certificate from the base64 of metadata, or from PEM; undefined when it is none. */
export function readCertificate(text: string, now: Date): SigningCertificate | undefined {
  try {
    const certificate = new X509Certificate(pemOf(text));
    return describe(certificate, now);
  } catch {
    return undefined;
  }
}

/** PEM, whatever of the two forms came in. */
function pemOf(text: string): string {
  const body = text.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
  const lines = body.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function describe(certificate: X509Certificate, now: Date): SigningCertificate {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = certificate.publicKey;
  const bits = details?.modulusLength;
  const facts = {
    pem: certificate.toString(),
    fingerprint: certificate.fingerprint256,
    subject: certificate.subject?.replaceAll('\n', ', ') ?? '',
    validFrom: certificate.validFromDate,
    validUntil: certificate.validToDate,
    key: bits ? `${kind} ${bits}` : `${kind} ${details?.namedCurve ?? ''}`.trim(),
  };
  const weak = kind === 'rsa' ? (bits ?? 0) < SHORTEST_RSA_BITS : kind !== 'ec';
  return { ...facts, trouble: weak ? 'weak' : troubleOf(facts, now) };
}

function troubleOf(
  { validFrom, validUntil }: { validFrom: Date; validUntil: Date },
  now: Date,
): CertificateTrouble | null {
  if (validUntil <= now) return 'expired';
  if (validFrom > now) return 'early';
  return validUntil.getTime() - now.getTime() < SOON_DAYS * 86_400_000 ? 'expires_soon' : null;
}
