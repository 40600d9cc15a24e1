import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash, isFresh, markFresh } from './stamp.mjs';

describe('a build', () => {
  let root;
  const write = (path, text) => writeFileSync(join(root, path), text);
  const hash = () => contentHash(root, ['src']);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'st0r-stamp-'));
    mkdirSync(join(root, 'src'));
    write('src/a.ts', 'one');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is fresh only for the content it was made from', () => {
    expect(isFresh(root, hash())).toBe(false);
    markFresh(root, hash());
    expect(isFresh(root, hash())).toBe(true);
    write('src/a.ts', 'two');
    expect(isFresh(root, hash())).toBe(false);
  });

  it('is done again when a file gets another name', () => {
    const before = hash();
    renameSync(join(root, 'src/a.ts'), join(root, 'src/b.ts'));
    expect(hash()).not.toBe(before);
  });

  it('is not done again for a test or for touching a file', () => {
    const before = hash();
    write('src/a.spec.ts', 'a test');
    write('src/a.ts', 'one');
    expect(hash()).toBe(before);
  });
});
