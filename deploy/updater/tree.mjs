import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

const RUNS = 0o100;

/** Every file and link below a folder: { path: { sha256, bytes, runs } or { link } }, in the order of their names. */
export function describeTree(folder) {
  return Object.fromEntries(pathsBelow(folder, '').map((path) => [path, describe(join(folder, path))]));
}

function pathsBelow(folder, inside) {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      return entry.isDirectory() ? pathsBelow(folder, path) : [path];
    });
}

function describe(path) {
  const seen = lstatSync(path);
  if (seen.isSymbolicLink()) return { link: readlinkSync(path) };
  if (!seen.isFile()) return { other: true };
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { sha256, bytes: seen.size, runs: (seen.mode & RUNS) !== 0 };
}

/** What of a tree is not as it was signed, in sentences. */
export function differences(found, wanted) {
  const missing = Object.keys(wanted).filter((path) => !Object.hasOwn(found, path));
  const added = Object.keys(found).filter((path) => !Object.hasOwn(wanted, path));
  const changed = Object.keys(found).filter(
    (path) => Object.hasOwn(wanted, path) && spelled(found[path]) !== spelled(wanted[path]),
  );
  return [
    ...missing.map((path) => `${path} is missing.`),
    ...added.map((path) => `${path} does not belong there.`),
    ...changed.map((path) => `${path} was changed.`),
  ];
}

const spelled = ({ sha256, bytes, runs, link, other }) => JSON.stringify([sha256, bytes, runs, link, other]);
