import { Refused } from './refused.mjs';

const BLOCK = 512;
/** What a bundle consists of, in this order and nothing else; `tar -tf` shows the same. */
export const MEMBERS = ['manifest.json', 'manifest.sig', 'release.tar.gz'];
const MANIFEST_BYTES = 32 * 1024 ** 2;
const SIGNATURE_BYTES = 64;

/** The one way a member is written: no time, no owner, so that nothing can be changed without being noticed. */
export function headerOf(name, bytes) {
  const header = Buffer.alloc(BLOCK);
  const put = (text, at) => header.write(text, at, 'latin1');
  put(name, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The bytes after a member, up to the next block. */
export const paddingOf = (bytes) => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);

/** What ends a bundle. */
export const END = Buffer.alloc(2 * BLOCK);

/**
 * Finds the members of a bundle through an open file handle. Answers { manifest, signature, archive: { start, bytes } };
 * every byte that is not a member has to be the one we would have written.
 */
export async function membersOf(handle) {
  const { size } = await handle.stat();
  const found = {};
  let at = 0;
  for (const name of MEMBERS) {
    const header = await bytesAt(handle, at, BLOCK);
    const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8);
    if (!Number.isSafeInteger(bytes) || !headerOf(name, bytes).equals(header)) throw broken();
    found[name] = { start: at + BLOCK, bytes };
    at += BLOCK + bytes;
    await same(handle, at, paddingOf(bytes));
    at += paddingOf(bytes).length;
  }
  await same(handle, at, END);
  if (size !== at + END.length) throw broken();
  return readMembers(handle, found);
}

async function readMembers(handle, found) {
  const [manifest, signature, archive] = MEMBERS.map((name) => found[name]);
  if (manifest.bytes > MANIFEST_BYTES || signature.bytes !== SIGNATURE_BYTES) throw broken();
  return {
    manifest: await bytesAt(handle, manifest.start, manifest.bytes),
    signature: await bytesAt(handle, signature.start, signature.bytes),
    archive,
  };
}

async function same(handle, at, wanted) {
  if (wanted.length > 0 && !(await bytesAt(handle, at, wanted.length)).equals(wanted)) throw broken();
}

async function bytesAt(handle, position, length) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw broken();
  return buffer;
}

const broken = () => new Refused('bundle.broken', 'The file is no bundle of a release, or was cut short or changed.');
