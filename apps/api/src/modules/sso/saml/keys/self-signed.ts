import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { KeyObject, webcrypto } from 'node:crypto';

/** A private key and the certificate that goes with it, both PEM. */
export interface CertifiedKey {
  privateKey: string;
  certificate: string;
}

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const YEARS = 10;

/** A new key with a certificate nobody but its holder vouches for: identity providers pin it, as we pin theirs. */
export async function selfSigned(commonName: string, now = new Date()): Promise<CertifiedKey> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [commonName] }],
      notBefore: new Date(now.getTime() - 86_400_000),
      notAfter,
      keys: keys as CryptoKeyPair,
      signingAlgorithm: ALGORITHM,
    },
    webcrypto as never,
  );
  return {
    privateKey: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `${certificate.toString('pem')}\n`,
  };
}
