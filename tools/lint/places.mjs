import { existsSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, with a trailing separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file's path inside the repository, with forward slashes on every system. */
export function pathInRepo(filename) {
  return relative(root, filename).split(sep).join('/');
}

/** The repository path an import points to; undefined when it names a package. */
export function targetOf(specifier, fromPath) {
  const alias = /^@st0r\/([^/]+)(?:\/(.*))?$/.exec(specifier);
  if (alias) return posix.join('libs', alias[1], 'src', alias[2] ?? '');
  if (specifier.startsWith('.')) return posix.join(posix.dirname(fromPath), specifier);
  return undefined;
}

/** The Nx project a path belongs to, such as `apps/web` or `libs/net`. */
export function projectOf(path) {
  return /^(?:apps|libs)\/[^/]+/.exec(path)?.[0];
}

/** `{ name, inner }` of the API module a path lies in; `inner` is the path inside that module, '' for its door. */
export function moduleOf(path) {
  const found = /^apps\/api\/src\/modules\/([^/.]+)(?:\/(.*))?$/.exec(path);
  return found ? { name: found[1], inner: found[2] ?? '' } : undefined;
}

/** Whether a path is a test or belongs to the test world. */
export function isTest(path) {
  return /\.(?:spec|test|fixture)\.[cm]?[jt]sx?$/.test(path) || /^(?:apps\/[^/]+\/test|e2e)\//.test(path);
}

/** Doors of a library that lie on another side than its tag: a part for both sides, a part that reads files. */
const SIDE_DOORS = { 'libs/crypto/src/browser': 'any', 'libs/net/src/oui': 'server' };
const sides = new Map();

/** The side a source file runs on, from the tag `side:...` in its project.json; a side door takes along what it imports. */
export function sideOf(path) {
  const project = projectOf(path);
  if (!project || !path.startsWith(`${project}/src`)) return undefined;
  if (!sides.has(project)) sides.set(project, sidesIn(project));
  const { tag, both } = sides.get(project);
  const door = Object.keys(SIDE_DOORS).find((each) => path.startsWith(each));
  if (door) return SIDE_DOORS[door];
  return both.has(path.replace(/\.ts$/, '')) ? 'any' : tag;
}

function sidesIn(project) {
  const doors = Object.keys(SIDE_DOORS).filter((each) => SIDE_DOORS[each] === 'any' && projectOf(each) === project);
  return { tag: tagOf(project, 'side'), both: new Set(doors.flatMap((each) => [...reachedFrom(each)])) };
}

/** The value of one tag in a project's project.json, such as `app` for `kind`. */
export function tagOf(project, tag) {
  const file = join(root, project, 'project.json');
  if (!existsSync(file)) return undefined;
  const { tags = [] } = JSON.parse(readFileSync(file, 'utf8'));
  return tags.find((each) => each.startsWith(`${tag}:`))?.slice(tag.length + 1);
}

/** Paths without ending of all files that a file imports, and they import in turn, by relative path. */
function reachedFrom(path, reached = new Set()) {
  const file = join(root, `${path}.ts`);
  if (reached.has(path) || !existsSync(file)) return reached;
  reached.add(path);
  for (const [, next] of readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^']+)'/g))
    reachedFrom(targetOf(next, path), reached);
  return reached;
}
