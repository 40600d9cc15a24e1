import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from '../release/sbom.mjs';
import { inRoot } from './paths.mjs';

const read = (name) => JSON.parse(readFileSync(inRoot(name), 'utf8'));
const { allowScripts } = read('package.json');
const locked = Object.entries(read('package-lock.json').packages).filter(([path]) => path !== '');
const called = ([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`;

describe('X10 the packages of others', () => {
  it('run a script at installation only when somebody decided about this very version', () => {
    // What is for a Mac alone is never installed by a server; npm skips its scripts with it.
    const scripted = locked.filter(([, one]) => one.hasInstallScript && !(one.optional && one.os?.includes('darwin')));
    expect(scripted.length).toBeGreaterThan(0);
    expect(scripted.map(called).filter((name) => !(name in allowScripts))).toEqual([]);
  });

  it('have no decision about a version that is not here any more', () => {
    const here = new Set(locked.map(called));
    expect(Object.keys(allowScripts).filter((name) => !here.has(name))).toEqual([]);
  });

  it('that a release brings along are locked with a hash each', () => {
    const shipped = shippedPackages(inRoot());
    const ours = locked.filter((entry) => shipped.has(called(entry)));
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter(([, one]) => !/^sha512-/.test(one.integrity ?? '')).map(called)).toEqual([]);
  });

  it('come from the registry alone', () => {
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(called)).toEqual([]);
  });
});
