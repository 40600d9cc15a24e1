import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', '.stamp', 'coverage', 'test']);
const TESTS = /\.(spec|test)\.(ts|tsx|mjs)$/;

/** One hash over the content and the names of files and folders; tests do not count. Paths are relative to the root. */
export function contentHash(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(relative(root, file).replaceAll(sep, '/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return TESTS.test(path) ? [] : [path];
  return readdirSync(path)
    .filter((name) => !LEFT_OUT.has(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

const stampFile = (outDir) => join(outDir, '.stamp');

/** True when this output was made from exactly this content. */
export const isFresh = (outDir, hash) =>
  existsSync(stampFile(outDir)) && readFileSync(stampFile(outDir), 'utf8').trim() === hash;

/** Notes what an output was made from; written last, so that a build cut short is done again. */
export const markFresh = (outDir, hash) => writeFileSync(stampFile(outDir), `${hash}\n`);
