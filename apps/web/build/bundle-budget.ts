import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; isDynamicEntry?: boolean; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** KiB of gzipped JavaScript that any page may need to be opened by its link, which is a first load of its own. */
const firstLoadLimit = 230;
/** KiB a route may add to the page a signed-in person sees first. */
const routeLimit = 150;
const firstPage = 'src/app/home.page.tsx';

const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;

function withImports(keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys.filter((each) => !seen.has(each))) {
    seen.add(key);
    withImports(manifest[key]?.imports ?? [], seen);
  }
  return seen;
}

function sizeOf(keys: Iterable<string>): number {
  const files = new Set([...keys].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1024, 0);
}

const first = withImports(['index.html', firstPage]);
const routes = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && key !== firstPage);
const added = routes.map((key) => {
  const own = [...withImports([key])].filter((each) => !first.has(each));
  return { page: key, size: sizeOf(own) };
});
const loads = Object.keys(manifest)
  .filter((key) => manifest[key]?.isDynamicEntry && key.endsWith('.page.tsx'))
  .map((page) => ({ page, size: sizeOf(withImports(['index.html', page])) }))
  .toSorted((a, b) => b.size - a.size);
const largest = loads.slice(0, 8);
for (const { page, size } of [...loads.filter((each) => each.page === firstPage), ...largest])
  console.log(`first load ${size.toFixed(1)} KiB of ${firstLoadLimit} (gzipped JavaScript)  ${page}`);
for (const { page, size } of added.toSorted((a, b) => b.size - a.size).slice(0, 8))
  console.log(`  + ${size.toFixed(1)} KiB  ${page}`);

const tooLarge = [
  ...loads.filter(({ size }) => size > firstLoadLimit).map(({ page }) => `first load of ${page}`),
  ...added.filter(({ size }) => size > routeLimit).map(({ page }) => page),
];
if (tooLarge.length > 0) {
  console.error(`over budget: ${tooLarge.join(', ')}`);
  process.exitCode = 1;
}
