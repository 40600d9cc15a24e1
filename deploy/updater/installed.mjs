import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORM } from './judge.mjs';

/** The release that is installed: { version, number, platform, target }. */
export function installedRelease(places) {
  const target = readlinkSync(places.current);
  return { ...releaseIn(join(places.product, target)), platform: PLATFORM, target };
}

/** What a release tree says about itself. */
export function releaseIn(folder) {
  const { version, release } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { version, number: release.number };
}
