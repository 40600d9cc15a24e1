import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { spawn } from 'node:child_process';

/** Bytes of all files below a folder. */
export function bytesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesBelow(path) : lstatSync(path).size);
  }, 0);
}

/** Bytes of a folder as a registry would carry its layer: a tar, compressed by gzip. */
export async function layerBytes(folder) {
  const tar = spawn('tar', ['--create', `--directory=${folder}`, '.'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let bytes = 0;
  for await (const chunk of tar.stdout.pipe(createGzip({ level: 6 }))) bytes += chunk.length;
  return bytes;
}
