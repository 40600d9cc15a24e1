import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArchive, readBundle, trustedKeys, understood, unpackBundle } from '../../deploy/updater/bundle.mjs';
import { describeTree, differences } from '../../deploy/updater/tree.mjs';
import { aStep, smallBundle, smallRelease } from '../../deploy/test/updater/small-release.mjs';
import { KEYS_FILE, SCHEMA_FILE, makeBundle } from './bundle.mjs';

const { privateKey: key } = generateKeyPairSync('ed25519');
const trusted = [createPublicKey(key)];
const facts = { version: '1.1.0', number: 2, key };
let place;
let bundle;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'st0r-bundles-'));
  bundle = await smallBundle(place, facts);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What becomes of a bundle, word for word: its code when it is refused. */
async function fate(file, keys = trusted) {
  const into = mkdtempSync(join(place, 'into-'));
  try {
    const read = await readBundle(file, keys);
    await checkArchive(file, read);
    await unpackBundle(file, read, into);
    return 'accepted';
  } catch (error) {
    return error.code ?? error;
  }
}

describe('a bundle of a release', () => {
  it('says version, number, minimum, schema, changes and every file, and unpacks to exactly that', async () => {
    const { manifest } = await readBundle(bundle.file, trusted);
    expect(manifest).toMatchObject({ format: 1, version: '1.1.0', number: 2, minimum: '1.0.0' });
    expect(manifest.schema).toEqual([aStep('Step1'), aStep('Step2')]);
    expect(manifest.changelog).toContain('**Security:** something is mended.');
    expect(manifest.files['bin/st0r'].runs).toBe(true);
    expect(manifest.files['bin/page']).toEqual({ link: '../apps/page.html' });
    expect(await fate(bundle.file)).toBe('accepted');
  });

  it('is the same, byte for byte, when it is made again elsewhere', async () => {
    const again = smallRelease(join(place, 'elsewhere', 'tree'), facts);
    const file = join(place, 'again.st0r');
    await makeBundle(again, { file, key });
    expect(readFileSync(file).equals(readFileSync(bundle.file))).toBe(true);
  });

  it('carries the public half of its key, which is what a machine trusts', async () => {
    const [carried] = await trustedKeys(join(place, 'tree-1.1.0', KEYS_FILE));
    expect(await fate(bundle.file, [carried])).toBe('accepted');
    await expect(trustedKeys(join(place, 'nothing.pem'))).rejects.toMatchObject({ code: 'keys.none' });
  });

  it.each([{ number: 0 }, { number: '2' }, { number: 1.5 }, { minimum: 'old' }, { minimum: null }])(
    'is neither made nor understood with %o',
    async (wrong) => {
      expect(() => understood({ ...bundle.manifest, ...wrong })).toThrow('says no number');
      const tree = smallRelease(mkdtempSync(join(place, 'wrong-')), { ...facts, ...wrong });
      await expect(makeBundle(tree, { file: join(place, 'wrong.st0r'), key })).rejects.toThrow('release.number');
    },
  );

  it('is not made of a tree that does not say its steps of the schema: no server would take it', async () => {
    const tree = smallRelease(mkdtempSync(join(place, 'silent-')), facts);
    rmSync(join(tree, SCHEMA_FILE));
    const file = join(place, 'silent.st0r');
    await expect(makeBundle(tree, { file, key })).rejects.toThrow('The release has no schema.json');
    expect(existsSync(file)).toBe(false);
  });

  it('X07 is refused when one byte is another, wherever it lies', async () => {
    const bytes = readFileSync(bundle.file);
    const file = join(place, 'flipped.st0r');
    const fates = new Set();
    for (let at = 0; at < bytes.length; at += 41) {
      const flipped = Buffer.from(bytes);
      flipped[at] ^= 1;
      writeFileSync(file, flipped);
      fates.add(await fate(file));
    }
    expect([...fates].sort()).toEqual(['bundle.broken', 'bundle.changed', 'bundle.unsigned']);
  });

  it('X07 is refused when it is cut short or goes on', async () => {
    const file = join(place, 'length.st0r');
    const bytes = readFileSync(bundle.file);
    for (const length of [0, 100, 512, 2000, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      expect([length, await fate(file)]).toEqual([length, 'bundle.broken']);
    }
    copyFileSync(bundle.file, file);
    appendFileSync(file, '\0');
    expect(await fate(file)).toBe('bundle.broken');
  });

  it('X07 is refused with the key of somebody else', async () => {
    const other = createPublicKey(generateKeyPairSync('ed25519').privateKey);
    expect(await fate(bundle.file, [other])).toBe('bundle.unsigned');
    expect(await fate(bundle.file, [other, ...trusted])).toBe('accepted');
  });

  it.each([
    ['misses a file', (tree) => rmSync(join(tree, 'VERSION')), 'VERSION is missing.'],
    [
      'has a file more',
      (tree) => writeFileSync(join(tree, 'apps/more.js'), '0'),
      'apps/more.js does not belong there.',
    ],
    ['has another file', (tree) => appendFileSync(join(tree, 'apps/page.html'), ' '), 'apps/page.html was changed.'],
    ['has a file that may not run', (tree) => replaced(join(tree, 'bin/st0r')), 'bin/st0r was changed.'],
  ])('X07 tells from its tree one that %s', (_name, harm, sentence) => {
    const tree = smallRelease(mkdtempSync(join(place, 'harmed-')), facts);
    expect(differences(describeTree(tree), bundle.manifest.files)).toEqual([]);
    harm(tree);
    expect(differences(describeTree(tree), bundle.manifest.files)).toEqual([sentence]);
  });

  it('X07 is refused when what is packed is not what the manifest names, whoever signed it', async () => {
    const tree = smallRelease(join(place, 'lies', 'tree'), facts);
    const file = join(place, 'lies.st0r');
    await makeBundle(tree, { file, key });
    const read = await readBundle(file, trusted);
    read.manifest.files['apps/other.html'] = read.manifest.files['apps/page.html'];
    const into = join(place, 'lies', 'into');
    mkdirSync(into);
    await expect(unpackBundle(file, read, into)).rejects.toMatchObject({ code: 'bundle.tree' });
  });
});

function replaced(path) {
  const text = readFileSync(path);
  rmSync(path);
  writeFileSync(path, text, { mode: 0o644 });
}
