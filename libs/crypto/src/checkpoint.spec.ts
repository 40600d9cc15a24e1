import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from './checkpoint';
import { secretKey } from './data-key';
import { MerkleTree, merkleRoot } from './merkle';
import { signingKeyPair } from './platform-secret';
import { openNote, SignedNoteError, signNote, verifierKey } from './signed-note';

const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => Buffer.from(text, 'hex'),
);

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the Merkle tree', () => {
  it.each(ROOTS.map((root, count) => [count, root] as const))('has the RFC 6962 root over %i leaves', (count, root) => {
    expect(merkleRoot(LEAVES.slice(0, count)).toString('hex')).toBe(root);
  });

  it('agrees with the definition of RFC 6962 at every size up to 70, and tells its size', () => {
    const leaves = Array.from({ length: 70 }, () => randomBytes(32));
    const tree = new MerkleTree();
    for (const [at, leaf] of leaves.entries()) {
      tree.append(leaf);
      expect(tree.root()).toEqual(definedRoot(leaves.slice(0, at + 1)));
      expect(tree.size).toBe(at + 1);
    }
  });
});

describe('a signed checkpoint', () => {
  const origin = 'st0r.example/audit';
  const { privateKey, publicKey } = signingKeyPair(secretKey(randomBytes(32)));
  const verifier = verifierKey(origin, publicKey);
  const root = merkleRoot(LEAVES);
  const note = signCheckpoint({ origin, size: 8, root }, privateKey);

  it('is readable: origin, size and root, a blank line and the signature', () => {
    const [first, size, encoded, blank, signature, end] = note.split('\n');
    expect([first, size, encoded, blank, end]).toEqual([origin, '8', root.toString('base64'), '', '']);
    expect(signature).toMatch(/^\u2014 st0r\.example\/audit [A-Za-z0-9+/]{91}=$/);
    expect(openCheckpoint(note, verifier)).toEqual({ origin, size: 8, root });
  });

  it('is refused when size, root, origin or signature were changed, or when another key signed it', () => {
    const other = signingKeyPair(secretKey(randomBytes(32)));
    const changed = [
      note.replace('\n8\n', '\n9\n'),
      note.replace(root.toString('base64'), merkleRoot([]).toString('base64')),
      note.replaceAll(origin, 'st0r.example/other'),
      note.slice(0, -6) + note.slice(-6).replace(/[A-Za-z0-9]/, (one) => (one === 'A' ? 'B' : 'A')),
      note.replace('\n\n', '\nextension\n\n'),
      signCheckpoint({ origin, size: 8, root }, other.privateKey),
      note.split('\n\n')[0] ?? '',
      '',
    ];
    for (const text of changed) expect(() => openCheckpoint(text, verifier)).toThrow(SignedNoteError);
  });

  it('is refused when its text is no checkpoint although the signature is good', () => {
    const texts = [
      `${origin}\n8\n`,
      `${origin}\n08\n${root.toString('base64')}\n`,
      `other\n8\n${root.toString('base64')}\n`,
    ];
    for (const text of texts) {
      expect(() => openCheckpoint(signNote(text, origin, privateKey), verifier)).toThrow(SignedNoteError);
    }
  });

  it('may carry the signatures of witnesses as well', () => {
    const witness = signingKeyPair(secretKey(randomBytes(32)));
    const text = openNote(note, verifier);
    const line = signNote(text, 'witness.example', witness.privateKey).split('\n\n')[1] ?? '';
    expect(openCheckpoint(note + line, verifier).size).toBe(8);
    expect(openNote(note + line, verifierKey('witness.example', witness.publicKey))).toBe(text);
  });

  it('is not made over a root, size or origin that makes no sense, or with another kind of key', () => {
    for (const odd of [
      { size: -1 },
      { size: 1.5 },
      { root: Buffer.alloc(31) },
      { origin: 'two words' },
      { origin: '' },
    ]) {
      expect(() => signCheckpoint({ origin, size: 8, root, ...odd }, privateKey)).toThrow(SignedNoteError);
    }
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(() => verifierKey(origin, rsa.publicKey)).toThrow(SignedNoteError);
  });

  it('verifies the published example of the Go sumdb note package, so other tools read ours', () => {
    const published =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n" +
      '\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    const peter = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(openNote(published, peter)).toContain('cryptography');
    expect(() => openNote(published.replace('answer', 'Answer'), peter)).toThrow(SignedNoteError);
  });
});

/** RFC 6962, section 2.1, word for word: split at the largest power of two below the count. */
function definedRoot(leaves: Buffer[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length <= 1) return leaves[0] ? sha(Buffer.of(0), leaves[0]) : sha();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}
