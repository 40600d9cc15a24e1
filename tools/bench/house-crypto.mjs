import { readFileSync } from 'node:fs';
import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { inRoot, ROOT } from '../workspace/paths.mjs';

/** The product's own cryptography: what is seeded opens and verifies like what the product wrote itself. */
export async function houseCrypto() {
  const settings = { root: ROOT, configFile: false, logLevel: 'error' };
  const { module } = await runnerImport(inRoot('libs', 'crypto', 'src', 'index.ts'), settings);
  return module;
}

/** The secrets of this installation: { keyring, auditMac, token, kid }. */
export function houseSecrets(crypto, secretsDir) {
  const read = (name) => readFileSync(join(secretsDir, name), 'utf8').trim();
  const key = (name) => createSecretKey(Buffer.from(read(name), 'base64url'));
  const token = crypto.signingKeyPair(key('token-signing.key'));
  return {
    keyring: crypto.parseKeyring(read('keyring.json')),
    auditMac: key('audit-mac.key'),
    token: token.privateKey,
    kid: crypto.signingKeyId(token.publicKey),
  };
}
