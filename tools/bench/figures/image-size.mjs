import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../mariadb/scratch.mjs';
import { bytesBelow, layerBytes } from '../../release/size.mjs';
import { makeRelease } from '../../release/tree.mjs';

/**
 * What an image carries above its base, in bytes: { files, layer }, on disk and as a registry sends it. No engine is asked:
 * the release tree is assembled as the Dockerfile does it. The base image comes on top, once for all three images.
 */
export async function imageSize() {
  const folder = scratchFolder();
  try {
    const release = await makeRelease(join(folder, 'release'));
    return { files: bytesBelow(release), layer: await layerBytes(release) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
