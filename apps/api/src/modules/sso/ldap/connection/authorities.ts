import { X509Certificate } from 'node:crypto';
import { Invalid } from '../../../../platform/errors';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

/** The certificates in a text as clean PEM; text that holds none, or anything a certificate is not, is refused. */
export function readAuthorities(text: string): string {
  const found = text.match(CERTIFICATE) ?? [];
  if (found.length === 0) throw refused('Paste the certificate whole, from BEGIN CERTIFICATE to END CERTIFICATE.');
  if (/PRIVATE KEY/.test(text)) throw refused('This holds a private key. Paste the certificate alone.');
  return found.map(clean).join('');
}

function clean(pem: string): string {
  try {
    return new X509Certificate(pem).toString();
  } catch {
    throw refused('One of these is no certificate. Export it again, as Base-64 encoded X.509.');
  }
}

const refused = (sentence: string): Error => Invalid.field('/ldap/ca', 'certificate', sentence);
