import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers, scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { makeRelease } from '../../tools/release/tree.mjs';

/** One release tree for all trials, assembled as for production: `inject('release')` answers its folder. */
export default async function setup(project) {
  await clearLeftovers();
  const folder = scratchFolder();
  project.provide('release', await makeRelease(join(folder, 'release'), { withNode: true }));
  return () => rmSync(folder, { recursive: true, force: true });
}
