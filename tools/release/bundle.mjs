import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PRODUCT, SIGNED_AS, numbered } from '../../deploy/updater/bundle.mjs';
import { END, MEMBERS, headerOf, paddingOf } from '../../deploy/updater/container.mjs';
import { PLATFORM } from '../../deploy/updater/judge.mjs';
import { describeTree } from '../../deploy/updater/tree.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { run, tail } from '../workspace/run.mjs';
import { step } from '../workspace/steps.mjs';

/** Where a release carries the public keys that releases after it are signed with. */
export const KEYS_FILE = join('deploy', 'updater', 'release-keys.pem');
/** The steps of the schema a release brings, as it says them itself. */
export const SCHEMA_FILE = 'schema.json';
const OWNERLESS = ['--owner=0', '--group=0', '--numeric-owner', '--mode=go+u,go-w', '--mtime=UTC 2020-01-01'];

/** The private key releases are signed with, from its PEM file. */
export function signingKey(file) {
  if (!existsSync(file))
    throw new PlainError(`There is no key ${file}.`, [`openssl genpkey -algorithm ed25519 -out ${file}`]);
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new PlainError(`${file} is no key of Ed25519.`);
  return key;
}

/** Lets a release tree carry the public half: a machine installed from it trusts releases signed with this key. */
export function layPublicKey(folder, key) {
  writeFileSync(join(folder, KEYS_FILE), createPublicKey(key).export({ type: 'spki', format: 'pem' }));
}

/** Asks the programs of a release tree which steps its schema has. */
export async function writeSchemaSteps(folder) {
  const { code, output } = await run(join(folder, 'bin', 'st0r'), ['upgrade', 'steps'], { cwd: folder });
  if (code !== 0) throw new PlainError('The release does not say its steps of the schema:', tail(output, 5));
  writeFileSync(join(folder, SCHEMA_FILE), output);
}

/** Packs a release tree with a signed manifest; the same tree and key give the same bytes. Answers the manifest. */
export async function makeBundle(folder, { file, key }) {
  const tree = resolve(folder);
  const place = mkdtempSync(join(tmpdir(), 'st0r-bundle-'));
  try {
    return await step(`bundle: ${basename(file)}`, async () => {
      const archive = join(place, 'release.tar.gz');
      await pack(tree, archive);
      const manifest = manifestOf(tree, { sha256: await hashOf(archive), bytes: statSync(archive).size });
      await writeMembers(resolve(file), { manifest, archive, key });
      return manifest;
    });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function pack(tree, archive) {
  const words = ['--create', `--file=${archive}`, '--sort=name', '--format=gnu', '--hard-dereference', ...OWNERLESS];
  const { code, output } = await run('tar', [...words, '--use-compress-program=gzip -n', `--directory=${tree}`, '.']);
  if (code !== 0) throw new PlainError('tar could not pack the release. Its last words:', tail(output, 5));
}

function manifestOf(tree, archive) {
  const { version, release } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'));
  const files = describeTree(tree);
  const bytes = Object.values(files).reduce((sum, one) => sum + (one.bytes ?? 0), 0);
  const schema = stepsIn(tree);
  const changelog = readFileSync(join(tree, 'CHANGELOG.md'), 'utf8');
  const about = { format: 1, product: PRODUCT, version, number: release.number, minimum: release.minimum };
  if (!numbered(about))
    throw new PlainError(
      'package.json: release.number is 1 or more, release.minimum the oldest version it may follow.',
    );
  return { ...about, platform: PLATFORM, schema, changelog, archive, bytes, files };
}

// A server that has taken steps refuses a release that lists none.
function stepsIn(tree) {
  const file = join(tree, SCHEMA_FILE);
  if (!existsSync(file))
    throw new PlainError(`The release has no ${SCHEMA_FILE}, which lists the steps of its schema.`, [
      'Make the tree and the bundle in one call: node tools/release.mjs --into <folder> --bundle <file> --sign-with <key>',
    ]);
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function writeMembers(file, { manifest, archive, key }) {
  const text = Buffer.from(`${JSON.stringify(manifest)}\n`);
  const signature = sign(null, Buffer.concat([Buffer.from(SIGNED_AS), text]), key);
  const handle = await open(file, 'w', 0o644);
  try {
    for (const [name, bytes] of [
      [MEMBERS[0], text],
      [MEMBERS[1], signature],
    ])
      await handle.appendFile(Buffer.concat([headerOf(name, bytes.length), bytes, paddingOf(bytes.length)]));
    await handle.appendFile(headerOf(MEMBERS[2], manifest.archive.bytes));
    for await (const chunk of createReadStream(archive)) await handle.appendFile(chunk);
    await handle.appendFile(Buffer.concat([paddingOf(manifest.archive.bytes), END]));
  } finally {
    await handle.close();
  }
}

async function hashOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
