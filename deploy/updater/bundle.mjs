import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { membersOf } from './container.mjs';
import { Refused } from './refused.mjs';
import { describeTree, differences } from './tree.mjs';

/** Goes before what is signed, so that a signature for anything else is none for a release. */
export const SIGNED_AS = 'st0r-release-v1\n';
export const PRODUCT = 'client-st0r';
const PEM = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g;
const VERSION = /^\d+\.\d+\.\d+(?:-[a-z0-9.]{1,20})?$/;

/** The public keys in a file; releases signed by one of them are trusted. */
export async function trustedKeys(file) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const keys = [...text.matchAll(PEM)].map(([pem]) => createPublicKey(pem));
  if (keys.length === 0)
    throw new Refused('keys.none', `No public key of releases lies in ${file}: no release can be trusted.`);
  return keys;
}

/** Reads what a bundle says about itself, once its signature was checked. Answers { manifest, archive }. */
export async function readBundle(file, keys) {
  const handle = await open(file);
  try {
    const { manifest, signature, archive } = await membersOf(handle);
    const signed = Buffer.concat([Buffer.from(SIGNED_AS), manifest]);
    if (!keys.some((key) => verify(null, signed, key, signature)))
      throw new Refused(
        'bundle.unsigned',
        'The bundle is not signed by a key this installation trusts, or was changed.',
      );
    return { manifest: understood(JSON.parse(manifest.toString('utf8'))), archive };
  } finally {
    await handle.close();
  }
}

/** True when a release says which one it is and which it may follow. */
export const numbered = ({ number, minimum }) =>
  Number.isSafeInteger(number) && number > 0 && typeof minimum === 'string' && VERSION.test(minimum);

/** What a manifest signed by a key we trust says; what can be wrong here is a product or a format we do not know. */
export function understood(manifest) {
  if (manifest.format !== 1 || manifest.product !== PRODUCT || !VERSION.test(manifest.version))
    throw new Refused('bundle.foreign', 'The bundle is of another product, or of a kind this release does not know.');
  if (!numbered(manifest))
    throw new Refused('bundle.unnumbered', 'The bundle says no number, or no version it follows.');
  return manifest;
}

/** Throws Refused unless the packed tree is the one the manifest was signed for. */
export async function checkArchive(file, { manifest, archive }) {
  const hash = createHash('sha256');
  if (archive.bytes > 0) await pipeline(partOf(file, archive), hash);
  if (archive.bytes !== manifest.archive.bytes || hash.digest('hex') !== manifest.archive.sha256)
    throw new Refused('bundle.changed', 'What is packed in the bundle is not what was signed.');
}

/** Unpacks a checked bundle into an empty folder and compares every file with the manifest. */
export async function unpackBundle(file, bundle, into) {
  const tar = spawn('tar', ['--extract', '--gzip', '--file=-', '--no-same-owner', `--directory=${into}`], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let words = '';
  tar.stderr.on('data', (chunk) => (words = (words + chunk).slice(-500)));
  const closed = once(tar, 'close');
  await pipeline(partOf(file, bundle.archive), tar.stdin).catch(() => undefined);
  const [code] = await closed;
  if (code !== 0) throw new Refused('bundle.unpack', `The bundle could not be unpacked: ${words.trim()}`);
  const wrong = differences(describeTree(into), bundle.manifest.files);
  if (wrong.length > 0) throw new Refused('bundle.tree', `What was unpacked is not what was signed: ${wrong[0]}`);
}

const partOf = (file, { start, bytes }) => createReadStream(file, { start, end: start + bytes - 1 });
