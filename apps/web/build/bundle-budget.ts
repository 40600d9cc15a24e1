import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; isDynamicEntry?: boolean; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** Gates in KiB of gzipped JavaScript: everything the first page needs, and what one route may add to it. */
const firstLoadLimit = 230;
const routeLimit = 150;
/** The page a signed-in person sees first. */
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
const firstLoad = sizeOf(first);
console.log(`first load ${firstLoad.toFixed(1)} KiB of ${firstLoadLimit} (gzipped JavaScript)`);
for (const { page, size } of added.toSorted((a, b) => b.size - a.size).slice(0, 8))
  console.log(`  + ${size.toFixed(1)} KiB  ${page}`);

const tooLarge = added.filter(({ size }) => size > routeLimit);
if (firstLoad > firstLoadLimit || tooLarge.length > 0) {
  console.error(
    `over budget: ${[firstLoad > firstLoadLimit ? 'first load' : '', ...tooLarge.map(({ page }) => page)].filter(Boolean).join(', ')}`,
  );
  process.exitCode = 1;
}
