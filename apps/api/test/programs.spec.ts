import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startStack } from '../../../tools/journeys/stack.mjs';
import { scratchFolder } from '../../../tools/mariadb/scratch.mjs';

const PARTS = fileURLToPath(new URL('../dist/parts', import.meta.url));
const HOOK = new URL('fixtures/loaded-packages.mjs', import.meta.url).href;
/** Functions that keep nothing, wanted by a package that looks for them by itself (fdir) or lies beside the build (pino). */
const HARMLESS = ['picomatch', 'safe-stable-stringify'];

/** Packages the build has taken in. */
function takenIn(): Set<string> {
  const maps = readdirSync(PARTS).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(PARTS, name), 'utf8')) as { sources: string[] }).sources,
  );
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

describe('the built programs', () => {
  it('hold no package that they also read from node_modules', async () => {
    const folder = scratchFolder();
    const list = join(folder, 'loaded');
    const stack = await startStack({ NODE_OPTIONS: `--import=${HOOK}`, LOADED_PACKAGES: list });
    try {
      await stack.operator('setup-link');
      expect((await fetch(`${stack.url}/api/v1/setup/state`)).status).toBe(200);
    } finally {
      await stack.stop();
    }
    const loaded = existsSync(list) ? [...new Set(readFileSync(list, 'utf8').split('\n'))].filter(Boolean) : [];
    rmSync(folder, { recursive: true });
    const inside = takenIn();
    expect([...inside]).toEqual(expect.arrayContaining(['@nestjs/core', 'typeorm', 'mysql2', 'graphql', 'rxjs']));
    expect(loaded).toContain('argon2');
    expect(loaded.filter((name) => inside.has(name) && !HARMLESS.includes(name))).toEqual([]);
  }, 120_000);
});
