import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORM } from './judge.mjs';

/** The release that is installed: { version, number, platform, target, schema }. */
export function installedRelease(places) {
  const target = readlinkSync(places.current);
  const folder = join(places.product, target);
  return { ...releaseIn(folder), platform: PLATFORM, target, schema: stepsIn(folder) };
}

/** What a release tree says about itself. */
export function releaseIn(folder) {
  const { version, release } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { version, number: release.number };
}

/** Names of the steps of its schema; none where the tree was never made into a bundle. */
function stepsIn(folder) {
  const file = join(folder, 'schema.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).map(({ name }) => name) : [];
}
