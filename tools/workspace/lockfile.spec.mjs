import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completed, missingOptional } from './lockfile.mjs';
import { inRoot } from './paths.mjs';

const LOCK = {
  packages: {
    '': { name: 'x' },
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-linux-arm64-musl': '2.0.0' },
    },
    'node_modules/tool/node_modules/tool-linux-x64': { version: '2.0.0' },
  },
};

describe('the lockfile', () => {
  it('names every optional package of every platform, or npm ci refuses a clean clone', () => {
    expect(missingOptional(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')))).toEqual([]);
  });

  it('is completed by what npm left out, bound to its platform', () => {
    expect(missingOptional(LOCK).map(({ path }) => path)).toEqual(['node_modules/tool-linux-arm64-musl']);
    const { packages } = completed(LOCK);
    expect(packages['node_modules/tool-linux-arm64-musl']).toEqual({
      version: '2.0.0',
      cpu: ['arm64'],
      libc: ['musl'],
      os: ['linux'],
      dev: true,
      optional: true,
    });
    expect(missingOptional({ packages })).toEqual([]);
  });
});
