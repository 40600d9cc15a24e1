import { createReadStream, existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { readdir } from 'node:fs/promises';
import type { Settings } from '../../../platform/config';

/** What lies in the data folder and belongs to the installation; logs, run files and a private database do not. */
const KEPT = [/^audit-checkpoints[^/]*\.(?:txt|pub)$/, /^geoip\/[^/]+\.mmdb$/];
const FOLDERS = ['', 'geoip'];

/** A file of the data folder, by its path in there. */
export interface HouseFile {
  readonly path: string;
  read(): AsyncIterable<Uint8Array>;
}

/** The files that belong into a backup. */
export async function houseFiles({ DATA_DIR }: Settings): Promise<HouseFile[]> {
  const files: HouseFile[] = [];
  for (const folder of FOLDERS.map((name) => join(DATA_DIR, name)).filter((path) => existsSync(path)))
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = relative(DATA_DIR, join(folder, entry.name)).replaceAll(sep, '/');
      if (entry.isFile() && isHouseFile(path)) files.push({ path, read: () => createReadStream(join(DATA_DIR, path)) });
    }
  return files.sort((a, b) => a.path.localeCompare(b.path));
}

/** Whether a path of a manifest is one we write; nothing else leaves an archive. */
export const isHouseFile = (path: string): boolean =>
  KEPT.some((kept) => kept.test(path)) && !path.split('/').includes('..') && basename(path) !== '';
