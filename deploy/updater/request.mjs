import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { Refused } from './refused.mjs';

const SIGNED_AS = 'st0r-update-request-v1\n';
const LONGEST_MS = 15 * 60_000;
const AHEAD_MS = 60_000;
// RFC 8410: what stands before the 32 bytes of a private key of Ed25519.
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** How a bundle in the inbox may be called. */
export const BUNDLE_NAME = /^[A-Za-z0-9][\w.+-]{0,119}\.st0r$/;

/** The product's key for requests, from the text of its secret file. */
export function requestKey(text) {
  const seed = Buffer.from(text.trim(), 'base64url');
  if (seed.length !== 32) throw new Refused('request.key', 'The key for requests is damaged.');
  return createPrivateKey({ key: Buffer.concat([PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** What the product writes: { id, file, sha256, version, askedAt }, signed. */
export function signRequest(request, key) {
  const text = JSON.stringify(request);
  const signature = sign(null, Buffer.from(SIGNED_AS + text), key).toString('base64url');
  return `${JSON.stringify({ request: text, signature })}\n`;
}

/** Reads a request once its signature was checked; throws Refused when it is not ours, too old or from the future. */
export function openRequest(text, key, now = Date.now()) {
  const { request, signature } = parsed(text);
  const signed = Buffer.from(SIGNED_AS + request);
  if (!verify(null, signed, createPublicKey(key), Buffer.from(String(signature), 'base64url')))
    throw new Refused('request.unsigned', 'The request was not signed by this installation.');
  const { id, file, sha256, version, askedAt } = JSON.parse(request);
  if (!ID.test(id) || !BUNDLE_NAME.test(file) || !/^[0-9a-f]{64}$/.test(sha256))
    throw new Refused('request.broken', 'The request does not say what it is for.');
  const age = now - Date.parse(askedAt);
  if (!(age < LONGEST_MS && age > -AHEAD_MS))
    throw new Refused('request.stale', 'The request is older than 15 minutes, or from the future. Ask again.');
  return { id, file, sha256, version, askedAt };
}

function parsed(text) {
  try {
    const { request, signature } = JSON.parse(text);
    return { request: String(request), signature };
  } catch {
    throw new Refused('request.broken', 'The request cannot be read.');
  }
}
