import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { inSources, stackInSources } from './source-frames';

/** The third line of built.js is the eighth of vault/reveal.ts. */
const MAP = { version: 3, sources: ['src/vault/reveal.ts'], names: [], mappings: ';;AAOA' };

describe('frames of a fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'st0r-frames-'));
  const built = join(folder, 'built.js');
  const source = relative(process.cwd(), join(folder, 'src/vault/reveal.ts'));
  writeFileSync(`${built}.map`, JSON.stringify(MAP));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('name the line of the source, with and without a function, as path and as address', () => {
    expect(inSources([`    at reveal (${built}:3:1)`, `    at ${pathToFileURL(built)}:3:1`])).toEqual([
      `    at reveal (${source}:8:1)`,
      `    at ${source}:8:1`,
    ]);
  });

  it('stay as they are without a map, in packages, in Node itself, and where the map is broken', () => {
    const broken = join(folder, 'broken.js');
    writeFileSync(`${broken}.map`, '{');
    const lines = [
      'Error: no',
      `    at x (${folder}/other.js:3:1)`,
      `    at y (${folder}/node_modules/z/index.js:3:1)`,
      '    at node:internal/timers:520:1',
      `    at z (${broken}:1:1)`,
    ];
    expect(inSources(lines)).toEqual(lines);
  });

  it('make up the stack of an error; what was thrown without one is said as it is', () => {
    const error = Object.assign(new Error('gone'), { stack: `Error: gone\n    at reveal (${built}:3:1)` });
    expect(stackInSources(error)).toBe(`Error: gone\n    at reveal (${source}:8:1)`);
    expect(stackInSources('gone')).toBe('gone');
  });
});
