import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLibraryPath, type LibraryFile } from './device-type.library';
import { LIBRARY_LIMITS, LibraryMeter, LibraryRefused, type LibraryLimits } from './library.limits';

/** The YAML files under a folder in the order of their names; links are not followed. Throws LibraryRefused. */
export async function* readLibraryFolder(
  root: string,
  limits: LibraryLimits = LIBRARY_LIMITS,
): AsyncGenerator<LibraryFile> {
  const meter = new LibraryMeter(limits);
  for await (const path of walk(root, '')) {
    meter.countEntry();
    if (!isLibraryPath(path)) continue;
    const file = join(root, path);
    meter.countBytes((await stat(file)).size, path);
    yield { path, text: new TextDecoder().decode(await readFile(file)) };
  }
}

async function* walk(root: string, under: string): AsyncGenerator<string> {
  const entries = await list(join(root, under));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isFile()) yield path;
  }
}

async function list(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LibraryRefused('library.unreadable', `The folder cannot be read: ${reason}.`);
  }
}
