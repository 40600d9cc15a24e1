import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { secretsIn } from '../../tools/lint/secrets.mjs';
import { SBOM_FILE, nameOf } from '../../tools/release/sbom.mjs';

const release = inject('release');
const OURS = ['apps', 'bin', 'deploy'];

/** Every file below a folder. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

/** Packages that lie in the tree, as `name@version`. */
function installed(folder) {
  const packages = filesIn(join(folder, 'node_modules')).filter((path) =>
    /node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(path),
  );
  return packages.map((path) => {
    const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
    return `${name}@${version}`;
  });
}

describe('what a release is made of', () => {
  it('X10 is in its bill of materials, package by package', () => {
    const { components } = JSON.parse(readFileSync(join(release, SBOM_FILE), 'utf8'));
    const named = new Set(components.map((one) => `${nameOf(one)}@${one.version}`));
    const there = installed(release);
    expect(there.length).toBeGreaterThan(100);
    expect(there.filter((one) => !named.has(one))).toEqual([]);
  });

  it('X11 holds no secret, neither in programs nor in pages', () => {
    const files = OURS.flatMap((name) => filesIn(join(release, name))).filter(
      (path) => !/\.(?:br|gz|woff2)$/.test(path),
    );
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((path) =>
      secretsIn(readFileSync(path, 'utf8')).map((name) => `${relative(release, path)}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});
