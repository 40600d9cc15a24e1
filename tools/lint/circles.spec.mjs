import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../workspace/run.mjs';
import { inRoot } from '../workspace/paths.mjs';

const OXLINT = inRoot('node_modules', 'oxlint', 'bin', 'oxlint');

describe('imports in a circle', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'st0r-circles-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Whether files with these texts are taken, by the rules of the house and with libraries known by name. */
  async function taken(texts) {
    const tsconfig = { compilerOptions: { paths: { '@st0r/egg': ['./egg.ts'], '@st0r/hen': ['./hen.ts'] } } };
    for (const [name, text] of Object.entries({ ...texts, 'tsconfig.json': JSON.stringify(tsconfig) })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const settings = ['-c', inRoot('tools', 'lint', 'oxlint.json'), `--tsconfig=${join(folder, 'tsconfig.json')}`];
    const { code, output } = await run(process.execPath, [OXLINT, ...settings, folder]);
    if (code !== 0) expect(output).toContain('import(no-cycle)');
    return code === 0;
  }

  it('are refused between neighbours', async () => {
    expect(await taken({ 'egg.ts': `import './hen';`, 'hen.ts': `import './egg';` })).toBe(false);
  });

  it('are refused over a third file, and by the names of libraries', async () => {
    const texts = {
      'egg.ts': `import '@st0r/hen';`,
      'hen.ts': `import './a/nest';`,
      'a/nest.ts': `import '@st0r/egg';`,
    };
    expect(await taken(texts)).toBe(false);
  });

  it('are no circle where one side takes a type alone, or nobody comes back', async () => {
    const hen = `import type { Egg } from './egg';\nexport const lays = (): Egg => 'egg';`;
    expect(await taken({ 'egg.ts': `import './hen';\nexport type Egg = string;`, 'hen.ts': hen })).toBe(true);
    expect(
      await taken({ 'egg.ts': '', 'hen.ts': `import './egg';`, 'nest.ts': `import './egg';\nimport './hen';` }),
    ).toBe(true);
  });
});
