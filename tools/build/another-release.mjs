import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, mergeConfig } from 'vite';
import { inRoot } from '../workspace/paths.mjs';
import product from './api.vite.config.mjs';

/** Builds the operator's program of another release from its own entry, as the product is built: { cli, remove() }. */
export async function buildAnotherRelease(entry) {
  // Below the packages it needs: they are no part of a program.
  const outDir = inRoot('node_modules', '.cache', `another-release-${process.pid}`);
  const { rolldownOptions, ...options } = product.build;
  await build(
    mergeConfig(
      { ...product, configFile: false, build: { ...options, outDir, sourcemap: false } },
      { build: { rolldownOptions: { ...rolldownOptions, input: { cli: entry } } } },
    ),
  );
  return { cli: join(outDir, 'cli.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
