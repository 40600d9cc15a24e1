import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE = 30_000;

/** Writes `<path>.key` and `<path>.crt`: a key and a certificate of its own making, by openssl. */
export function certify(path, name) {
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '400', '-subj', `/CN=${name}`];
  execFileSync('openssl', [...words, '-keyout', `${path}.key`, '-out', `${path}.crt`], { stdio: 'ignore' });
}

/** A secret for a configuration that lives as long as one test. */
certify.random = () => randomBytes(24).toString('hex');

/** Waits until a provider answers at this address; stops it and throws when it does not. */
export async function answers(url, stop) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok && /EntityDescriptor/.test(await response.text())) return;
    await sleep(100);
  }
  await stop();
  throw new Error(`${url} did not answer with metadata.`);
}
