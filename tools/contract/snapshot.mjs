import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ROOT } from '../workspace/paths.mjs';

/** Content of all files below some folders, by path relative to the root. */
export function snapshot(folders, root = ROOT) {
  const files = folders
    .map((folder) => join(root, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((path) => statSync(path).isFile());
  return new Map(files.map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path)]));
}

/** Paths that were added, removed or changed between two snapshots, sorted. */
export function differences(before, after) {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => !before.get(path)?.equals(after.get(path) ?? Buffer.alloc(0)) || !after.has(path))
    .sort();
}

/** Puts files back as they were. */
export function restore(before, after, root = ROOT) {
  for (const path of differences(before, after)) {
    const content = before.get(path);
    const file = join(root, path);
    if (content === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
