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
/** Pages somebody comes to by a link: each is a first load of its own. */
const linkedPages = [
  'src/features/assets/assets.page.tsx',
  'src/features/vault/vault.page.tsx',
  'src/features/auth/login.page.tsx',
];

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
const loads = [firstPage, ...linkedPages].map((page) => ({ page, size: sizeOf(withImports(['index.html', page])) }));
for (const { page, size } of loads)
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
