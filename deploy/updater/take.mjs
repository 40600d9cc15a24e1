import { createHash } from 'node:crypto';
import { constants, createWriteStream, existsSync, mkdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkArchive, readBundle, trustedKeys, unpackBundle } from './bundle.mjs';
import { installedRelease } from './installed.mjs';
import { objections } from './judge.mjs';
import { Refused } from './refused.mjs';

/** What stays free after unpacking: logs and the database go on growing. */
const SPARE_BYTES = 256 * 1024 ** 2;

/**
 * Copies the bundle of a request to where only root writes, and judges the copy: whoever may write to the inbox could
 * change the original after it was looked at. Answers { copy, bundle }.
 */
export async function takeBundle(places, { file, sha256 }) {
  const copy = join(places.work, 'bundle.st0r');
  if ((await copyOf(join(places.inbox, file), copy)) !== sha256)
    throw new Refused('bundle.other', `${file} is not the file that was asked for: it changed since.`);
  const bundle = await readBundle(copy, await trustedKeys(places.keys));
  await checkArchive(copy, bundle);
  const [first] = objections(installedRelease(places), bundle.manifest);
  if (first) throw new Refused(first.code, first.says);
  // Unpacking clears the place first; the release this program runs from must not go.
  if (existsSync(places.updater) && readlinkSync(places.updater) === `releases/${bundle.manifest.version}`)
    throw new Refused('release.in_use', `The updater itself runs from release ${bundle.manifest.version}.`);
  return { copy, bundle };
}

async function copyOf(from, to) {
  // A pipe would keep an open that waits for somebody to write into it.
  const handle = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => undefined,
  );
  if (!handle) throw new Refused('bundle.missing', `${from} is not there, or is a link.`);
  // Closed whatever happens: a handle that is forgotten ends the process when it is collected.
  try {
    const seen = await handle.stat();
    if (!seen.isFile()) throw new Refused('bundle.missing', `${from} is no file.`);
    needRoom(to, seen.size);
    const hash = createHash('sha256');
    const copied = async function* (chunks) {
      for await (const chunk of chunks) yield (hash.update(chunk), chunk);
    };
    await pipeline(handle.createReadStream(), copied, createWriteStream(to, { mode: 0o600 }));
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** Unpacks the release beside the present one, under a name nobody starts, and gives it its own once it is whole. */
export async function layBeside(places, { copy, bundle }) {
  const { version, bytes } = bundle.manifest;
  const beside = join(places.releases, `.${version}.new`);
  const place = join(places.releases, version);
  needRoom(places.releases, bytes);
  for (const leftover of [beside, place]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o755 });
  await unpackBundle(copy, bundle, beside);
  renameSync(beside, place);
  return place;
}

/** Takes away what an update left that did not happen. */
export function removeLeftovers(places, version) {
  if (version)
    for (const name of [`.${version}.new`, version])
      if (existsSync(join(places.releases, name))) rmSync(join(places.releases, name), { recursive: true });
  rmSync(join(places.work, 'bundle.st0r'), { force: true });
}

function needRoom(path, bytes) {
  const { bavail, bsize } = statfsSync(join(path, '..'));
  const missing = bytes + SPARE_BYTES - bavail * bsize;
  if (missing > 0) throw new Refused('room', `${Math.ceil(missing / 1024 ** 2)} MB more have to be free for this.`);
}
