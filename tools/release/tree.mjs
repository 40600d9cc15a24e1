import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { buildChanged } from '../build/targets.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { PlainError } from '../workspace/plain-error.mjs';
import { step } from '../workspace/steps.mjs';
import { installProduction, nodeInside } from './packages.mjs';
import { writeBill } from './sbom.mjs';

/** What a release carries besides its packages, and what of it is only for building and testing. */
const PARTS = [
  'apps/api/dist',
  'apps/web/dist',
  'deploy',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
];
const LEFT_OUT = /(?:\.stamp|\.(?:spec|trial)\.mjs)$|\/test(?:\/|$)/;
// Source maps name our frames in the log; the pages' would only tell strangers how they are made.
const PAGE_MAPS = /\/apps\/web\/dist\/.*\.map$/;

/** Assembles a release tree in an empty folder; answers the folder. */
export async function makeRelease(folder, { withNode = false, packages = true } = {}) {
  const into = resolve(folder);
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new PlainError(`${into} is not empty; a release is never mixed with what lies there.`);
  await step('build', buildChanged);
  await step('programs and pages', async () => copyParts(into));
  await step('bill of materials', () => writeBill(into));
  if (packages) await step('production packages', () => installProduction(into, { withNode }));
  if (packages && withNode) linkNode(into);
  return into;
}

function copyParts(into) {
  for (const part of PARTS)
    cpSync(inRoot(part), join(into, part), {
      recursive: true,
      filter: (path) => !LEFT_OUT.test(path) && !PAGE_MAPS.test(path.replaceAll('\\', '/')),
    });
  mkdirSync(join(into, 'bin'));
  cpSync(inRoot('docker', 'st0r.sh'), join(into, 'bin', 'st0r'));
  chmodSync(join(into, 'bin', 'st0r'), 0o755);
  writeFileSync(join(into, 'VERSION'), `${versionOf(into)}\n`);
  // Two trees of one version differ by what they were built from.
  const built = ['api', 'web'].map((name) => readFileSync(inRoot('apps', name, 'dist', '.stamp'), 'utf8').trim());
  writeFileSync(join(into, 'BUILD'), `${built.join('\n')}\n`);
}

/** The version a release tree was made from. */
export const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

function linkNode(into) {
  const inside = nodeInside(into);
  if (!inside) throw new PlainError('The pinned Node for this machine was not installed with the packages.');
  symlinkSync(join('..', inside), join(into, 'bin', 'node'));
}
